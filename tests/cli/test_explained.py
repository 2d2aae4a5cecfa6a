"""`render --explain`: each value has a comment that says where it comes from."""

import json

import pytest
import yaml

from function.base.manifest import Manifest
from function.cli.explained import commented
from function.origins.origin import FIXED
from tests.cli.conftest import Run, Write
from tools import golden

HEAD = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\n"
OVERLAY = "{name: gpu, kinds: [Deployment], patch: {spec: {template: {spec: {runtimeClassName: gvisor}}}}"
EXAMPLES = golden.EXAMPLES / "eventdrivenservice"


def comments(text: str) -> dict[str, set[str]]:
    """Return the comments by the text before them."""
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        value, mark, comment = line.partition("  # ")
        if mark:
            found.setdefault(value.strip(" -"), set()).add(comment)
    return found


def test_claim_default_size_table_and_product_are_told_apart(run: Run, claim: str) -> None:
    done = run("render", "-", "--explain", stdin=claim)
    assert (done.code, done.err) == (0, "")
    found = comments(done.out)
    assert found["image: ghcr.io/acme/billing:v1"] == {"spec.image"}
    assert found["kind: Deployment"] == {FIXED}
    assert found["serviceAccountName: billing"] == {"metadata.name"}
    assert found["name: billing-scaler"] == {"from metadata.name"}
    assert found["path: /health"] == {"the default of spec.healthPath"}
    assert found["maxReplicaCount: 10"] == {"the default of PlatformConfig.spec.scaling.defaults.maxReplicas"}
    sizes = {"the default of PlatformConfig.spec.sizes.small.requests.cpu, from spec.size"}
    assert [value for value, said in found.items() if said == sizes]


def test_settings_of_the_platform_are_named(run: Run, write: Write, claim: str) -> None:
    sizes = "  sizes: {small: {requests: {cpu: 70m}}}\n  defaultSize: small\n"
    settings = write("p.yaml", f"{HEAD}spec:\n  nats: {{monitoringEndpoint: 'nats.example.org:8222'}}\n{sizes}")
    found = comments(run("render", "-", "--explain", "--platform-config", settings, stdin=claim).out)
    assert found["cpu: 70m"] == {"PlatformConfig.spec.sizes.small.requests.cpu"}
    endpoint = found["natsServerMonitoringEndpoint: nats.example.org:8222"]
    assert endpoint == {"PlatformConfig.spec.nats.monitoringEndpoint"}


def test_an_overlay_is_named_where_it_sets_a_value(run: Run, write: Write, claim: str) -> None:
    settings = write("p.yaml", f"{HEAD}spec: {{overlays: [{OVERLAY}}}]}}\n")
    found = comments(run("render", "-", "--explain", "--platform-config", settings, stdin=claim).out)
    assert found["runtimeClassName: gvisor"] == {"overlay gpu"}
    assert "overlay gpu" not in {text for value, said in found.items() if "gvisor" not in value for text in said}


def test_an_overlay_that_does_not_match_is_not_named(run: Run, write: Write, claim: str) -> None:
    match = "match: [{field: namespace, operator: In, values: [nowhere]}]"
    settings = write("p.yaml", f"{HEAD}spec: {{overlays: [{OVERLAY}, {match}}}]}}\n")
    assert "overlay" not in run("render", "-", "--explain", "--platform-config", settings, stdin=claim).out


@pytest.mark.parametrize("form", ["manifests", "composed", "all"])
def test_nothing_but_comments_is_added(run: Run, claim: str, form: str) -> None:
    plain = run("render", "-", "--as", form, stdin=claim)
    done = run("render", "-", "--as", form, "--explain", stdin=claim)
    assert [line.partition("  # ")[0].rstrip() for line in done.out.splitlines()] == plain.out.splitlines()
    assert list(yaml.safe_load_all(done.out)) == list(yaml.safe_load_all(plain.out))


@pytest.mark.parametrize("example", ["minimal", "http-worker"])
def test_each_value_is_explained(run: Run, example: str) -> None:
    done = run("render", str(EXAMPLES / example / "claim.yaml"), "--explain")
    unexplained = [line for line in done.out.splitlines() if "  # " not in line]
    assert [line for line in unexplained if not line.rstrip().endswith(":") and line != "---"] == []


def test_what_the_product_fixes_is_the_same_for_another_claim(run: Run) -> None:
    files = (str(EXAMPLES / name / "claim.yaml") for name in ("minimal", "http-worker"))
    first, second = (run("render", file, "--explain").out for file in files)
    fixed = [{value for value, said in comments(text).items() if said == {FIXED}} for text in (first, second)]
    assert len(fixed[0]) > 20
    assert fixed[0] <= fixed[1]


def test_no_value_of_the_claim_is_repeated(run: Run, claim: str) -> None:
    text = f"{claim}  env: [{{name: MODE, value: batch}}]\n"
    found = comments(run("render", "-", "--explain", stdin=text).out)
    assert "batch" not in json.dumps([sorted(said) for said in found.values()])
    assert found["value: batch"] == {"spec.env[0].value"}


def test_claims_that_are_invalid_are_not_explained(run: Run, claim: str) -> None:
    done = run("render", "-", "--explain", stdin=claim.replace("size: small", "size: xl"))
    assert (done.out, done.code) == ("", 1)


def test_a_comment_stands_on_the_line_where_the_value_begins() -> None:
    document: Manifest = {"a": "first\nsecond\n", "b": [{"x.y/z": 1}, "t"], "c": {}, "d": []}
    places = {"a": "A", "b[0].x.y/z": "B", "b[1]": "C", "c": "D", "d": "E"}
    text = commented(document, places)
    assert yaml.safe_load(text) == document
    assert [line.split()[-1] for line in text.splitlines() if " # " in line] == ["A", "B", "C", "D", "E"]


@pytest.mark.parametrize("comment", ["a\nb", "\x1b[31m", "::error::x"])
def test_a_comment_cannot_leave_its_line(comment: str) -> None:
    text = commented({"a": 1}, {"a": comment})
    assert len(text.splitlines()) == 1
    assert yaml.safe_load(text) == {"a": 1}
    assert "\x1b" not in text
