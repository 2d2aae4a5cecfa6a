"""`render --explain`: which overlays changed which objects."""

import pytest
import yaml

from tests.cli.conftest import Run, Write

HEAD = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\n"
OVERLAY = "{name: gpu, kinds: [Deployment], patch: {spec: {template: {spec: {runtimeClassName: gvisor}}}}"
LINE = "overlay gpu sets spec.template.spec.runtimeClassName\n"


def test_the_overlays_are_named_in_comments(run: Run, write: Write, claim: str) -> None:
    settings = str(write("p.yaml", f"{HEAD}spec: {{overlays: [{OVERLAY}}}]}}\n"))
    done = run("render", "-", "--explain", "--platform-config", settings, stdin=claim)
    assert done.code == 0, done.err
    first, rest = done.out.split("\n", 1)
    assert first.startswith("# Deployment ")
    assert f"{first}\n".endswith(LINE)
    assert rest == run("render", "-", "--platform-config", settings, stdin=claim).out
    assert "gvisor" in str(list(yaml.safe_load_all(done.out)))


@pytest.mark.parametrize(
    "settings",
    [
        "{}",
        f"{{overlays: [{OVERLAY}, match: [{{field: namespace, operator: In, values: [nowhere]}}]}}]}}",
    ],
)
def test_without_a_match_nothing_is_said(run: Run, write: Write, claim: str, settings: str) -> None:
    path = str(write("p.yaml", f"{HEAD}spec: {settings}\n"))
    done = run("render", "-", "--explain", "--platform-config", path, stdin=claim)
    assert (done.code, "#" in done.out) == (0, False)


def test_without_settings_nothing_is_said(run: Run, claim: str) -> None:
    assert run("render", "-", "--explain", stdin=claim).out == run("render", "-", stdin=claim).out


def test_a_wrong_overlay_is_a_finding(run: Run, write: Write, claim: str) -> None:
    path = str(write("p.yaml", f"{HEAD}spec:\n  overlays:\n    - {{name: a, kinds: [Pod], patch: {{}}}}\n"))
    done = run("render", "-", "--platform-config", path, stdin=claim)
    assert done.code == 2
    assert "EP484 spec.overlays[0].kinds[0]: must be one of [" in done.err
    checked = run("validate", path)
    assert checked.code == 1
    assert "EP484" in checked.out
