"""What a case starts from, and what it cannot start from."""

import os
from pathlib import Path

import pytest

from function.suites.inputs import settings_of
from function.suites.model.given import Given
from function.suites.sources import sources
from tests.cli.service_and_binding import BINDING, SERVICE
from tests.suites.running import CLAIM, HEAD, case, findings, inline, messages, written


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written([("claim.yaml", CLAIM), ("two.yaml", f"{CLAIM}---\n{CLAIM.replace('billing,', 'orders,')}")])
    written([("pod.yaml", "kind: Pod\n"), ("broken.yaml", "a: [\n"), ("empty/a.txt", "")])
    os.mkfifo("pipe")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("{claim: none.yaml}", "cannot read none.yaml: no such file or directory"),
        ("{claim: empty}", "cannot use the file: contains no claim. Hint: the kinds are EventDrivenService, "),
        ("{claim: pod.yaml}", "cannot use pod.yaml: contains no claim"),
        ("{claim: broken.yaml}", "cannot use broken.yaml: line 2: not YAML"),
        ("{claim: two.yaml}", "cannot use two.yaml: contains several claims; got billing, orders. Hint: choose one"),
        ("{claim: two.yaml, name: a}", "cannot use two.yaml: must contain one claim 'a'; got billing, orders"),
        ("{claim: pipe}", "cannot read pipe: not a regular file"),
        ('{claim: "-"}', "cannot read ./-: no such file or directory"),
        ("{claim: claim.yaml, manifest: {kind: Pod}}", "cannot be set together with claim. Hint: remove one of them"),
        ("{platformConfig: pipe}", "cannot read pipe: not a regular file"),
        ("{platformConfig: pod.yaml}", "cannot use pod.yaml; pod.yaml:1:1: EP101 apiVersion: required field missing; "),
        ("{settings: {sizs: {}}}", "settings.sizs: unknown field; did you mean 'sizes'?"),
        ("{settings: {settings: {name: a}}}", "settings.settings: an object with settings cannot name another one"),
        ("{required: [none.yaml]}", "cannot read none.yaml"),
        ("{bindings: [none.yaml]}", "cannot read none.yaml"),
        (
            "{observed: [pod.yaml]}",
            "cannot use pod.yaml: line 1: no annotation crossplane.io/composition-resource-name",
        ),
        (
            "{set: {spec" + ".a" * 500 + ": a}}",
            f"spec{'.a' * 500}: must be a path below spec or metadata. Hint: write spec.size",
        ),
        ("{set: {image: a}}", "image: must be a path below spec or metadata. Hint: write spec.size"),
        ("{set: {spec.image.tag: a}}", "spec.image.tag: has no field tag; got 'ghcr.io/acme/billing:v1'"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_place(given: str, message: str) -> None:
    (finding,) = findings(case("{}", given))
    assert finding.message.startswith(f"it: {message}")
    assert (finding.code, finding.range.line) == ("EP611", 13)


def test_a_case_must_name_a_claim() -> None:
    (message,) = messages(f"{HEAD}cases: [{{name: it}}]\n")
    assert message == "names no claim. Hint: set given.claim or given.manifest"


def test_what_the_suite_gives_wrongly_is_said_there() -> None:
    (finding,) = findings(f"{HEAD}given:\n  claim: none.yaml\ncases: [{{name: it}}]\n")
    assert (finding.range.line, finding.path) == (4, "given.claim")


@pytest.mark.parametrize(
    ("given", "expect"),
    [
        ("{claim: claim.yaml}", "{findings: []}"),
        ("{claim: two.yaml, name: orders}", "{objects: [{kind: Deployment, name: orders}]}"),
        ("{set: {spec.env: [{name: A, value: b}]}}", "{count: 4}"),
        (
            "{set: {metadata.namespace: null}}",
            "{findings: [{code: EP302}], objects: [{kind: Service, namespace: default}]}",
        ),
        ("{scope: namespaced}", "{count: 4, findings: []}"),
        ("{settings: {sizes: {medium: {requests: {cpu: 1m}}}}}", "{count: 4}"),
        ("{settings: {images: {allowedRegistries: [a.example]}}}", "{rejected: true, findings: [{code: EP220}]}"),
        ("{running: true}", "{status: {phase: Running}}"),
    ],
)
def test_a_case_starts_from_what_it_gives(given: str, expect: str) -> None:
    assert messages(case(expect, given)) == []


def test_settings_are_those_of_the_file_with_those_of_the_suite_over_them() -> None:
    written([("p.yaml", "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec: {group: a.b}\n")])
    given = Given.model_validate({"platformConfig": "p.yaml", "settings": {"defaultSize": "small"}})
    found = settings_of(given, {"defaultSize": "small"}, sources(""))
    assert (found.group, found.config.default_size) == ("a.b", "small")
    assert settings_of(given, {}, sources("")).config.default_size == "medium"


def test_values_of_the_suite_and_the_case_are_set_in_this_order() -> None:
    text = f"{HEAD}{inline()}  set: {{spec.image: a/b:1, spec.size: micro}}\ncases:\n  - name: it\n    given: "
    text += "{set: {spec.size: large}}\n    expect: {objects: [{kind: Deployment, fields: {metadata.labels: "
    assert messages(f"{text}{{app.kubernetes.io/version: '1'}}}}}}]}}\n") == []


def test_a_service_takes_from_the_binding_beside_it() -> None:
    written([("service.yaml", SERVICE), ("binding.yaml", BINDING), ("both.yaml", f"{SERVICE}---\n{BINDING}")])
    assert messages(case("{findings: []}", "{claim: service.yaml, bindings: [binding.yaml]}")) == []
    assert messages(case("{findings: []}", "{claim: both.yaml, name: billing}")) == []
    assert messages(case("{rejected: true}", "{claim: service.yaml}")) == []


@pytest.mark.parametrize("field", ["claim", "platformConfig", "required", "bindings", "observed"])
@pytest.mark.parametrize("path", ["../secret.yaml", "/etc/passwd", "link.yaml", ".git/config"])
def test_a_suite_reads_only_its_repository(field: str, path: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("kind: Token\n")
    (tmp_path / "link.yaml").symlink_to("../secret.yaml")
    (tmp_path.parent / "secret.yaml").write_text(CLAIM)
    value = path if field in ("claim", "platformConfig") else f"[{path}]"
    (finding,) = findings(case("{}", f"{{{field}: {value}}}"))
    hint = "copy the file there; without a git work tree, that is the current folder"
    assert finding.message == f"it: cannot use {path}: is no file of the repository. Hint: {hint}"
    assert (finding.code, finding.path) == ("EP611", f"cases[0].given.{field}")
