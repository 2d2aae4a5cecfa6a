"""Every example: what it says comes out, really comes out, and a cluster takes it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from function.base.manifest import Manifest, mapping_at, text_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.check import documents
from function.cli import main
from function.delivery.live import asked
from function.plan import cluster
from function.render import check, render
from tests.schemas import violations
from tools import golden

EXAMPLES = golden.folders(golden.EXAMPLES)
BASE = golden.EXAMPLES / "infrabinding" / "base.infra"
INFRA_FILES = [file for file in sorted(BASE.parent.glob("*.infra")) if file != BASE]


def example_name(example: Path) -> str:
    return str(example.relative_to(golden.EXAMPLES))


def consumer_document(example: Path) -> Manifest:
    name = "claim.yaml" if (example / "claim.yaml").exists() else "xr.yaml"
    (document,) = golden.documents(example / name)
    return document


def test_each_folder_is_an_example() -> None:
    assert sorted(golden.EXAMPLES.glob("*/*/")) == EXAMPLES


def test_each_api_that_is_shipped_has_examples() -> None:
    shipped = {path.stem.rpartition("-")[0] for path in (golden.ROOT / "compositions").glob("*.yaml")}
    assert {example.parent.name for example in EXAMPLES} == shipped


def test_an_example_of_the_namespaced_api_is_a_twin() -> None:
    twins = [example for example in EXAMPLES if (example / "xr.yaml").exists()]
    claims = [consumer_document(example) for example in EXAMPLES if (example / "claim.yaml").exists()]
    assert twins
    assert all(consumer_document(twin) in claims for twin in twins)


@pytest.mark.parametrize("example", EXAMPLES, ids=example_name)
def test_expected_output_is_current(example: Path) -> None:
    name, text = golden.expected(example)
    advice = f"{example_name(example)}/{name} is not what comes out. run `make golden` and read the difference"
    assert name == "expected.yaml", text
    assert text.encode() == (example / name).read_bytes(), advice


@pytest.mark.parametrize("example", EXAMPLES, ids=example_name)
def test_the_binding_of_a_service_gives_what_it_requires(example: Path) -> None:
    made, supplied = golden.bound(example), example / "required.yaml"
    assert made == (supplied.read_text(encoding="utf-8") if supplied.exists() else None)


@pytest.mark.parametrize("example", EXAMPLES, ids=example_name)
def test_command_line_prints_the_expected_output(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = (example / "claim.yaml").exists()
    document = example / ("claim.yaml" if claims else "xr.yaml")
    settings = example / "platform.yaml"
    options = ["--platform-config", str(settings)] if settings.exists() else []
    supplied = example / "required.yaml"
    options += ["--required", str(supplied)] if supplied.exists() else []
    result = main(["render", str(document), "--scope", "claims" if claims else "namespaced", *options])
    printed = capsys.readouterr()
    assert (result, printed.err) == (0, "")
    assert printed.out == (example / "expected.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", INFRA_FILES, ids=lambda file: file.name)
def test_the_claim_of_a_file_is_what_wrap_prints(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = ["--platform-config", str(file.with_suffix("") / "platform.yaml")]
    assert main(["bindings", "wrap", str(file), "--name", "payments", "--namespace", "payments", *settings]) == 0
    assert capsys.readouterr() == ((file.with_suffix("") / "claim.yaml").read_text(encoding="utf-8"), "")


def test_a_base_is_not_complete_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bindings", "check", str(BASE)]) == 1
    assert "EP101 streams.auth_events.topic: required field missing" in capsys.readouterr().out
    assert main(["bindings", "check", str(BASE.parent)]) == 0


@pytest.mark.parametrize("example", EXAMPLES, ids=example_name)
def test_consumer_document_has_no_problem(example: Path) -> None:
    _, _, settings = golden.request(example)
    supplied = example / "required.yaml"
    fetch = documents.fetch(tuple, golden.documents(supplied) if supplied.exists() else None)
    assert check(consumer_document(example), settings, fetch) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=example_name)
def test_a_cluster_takes_all_objects(example: Path) -> None:
    expected = golden.documents(example / "expected.yaml")
    assert [violations(manifest) for manifest in expected] == [[] for _ in expected]
    _, answer = golden.outcome(example)
    assert [violations(composed.manifest) for composed in answer.resources.values()] == [[] for _ in expected]


def _running(answer: Outcome) -> Mapping[str, Manifest]:
    return cluster.observed({key: composed.manifest for key, composed in answer.resources.items()})


@pytest.mark.parametrize("example", EXAMPLES, ids=example_name)
def test_once_all_runs_everything_is_ready(example: Path) -> None:
    xr, _, settings = golden.request(example)
    base = Request(xr=xr, platform=settings, required=golden.fetched(example))
    new = render(base)
    assert not any(composed.ready for composed in new.resources.values())
    owned = render(replace(base, observed=_running(new)))
    waited = render(replace(base, observed=_running(owned)))  # creates what waited for others
    third = render(replace(base, observed=_running(waited)))
    last = render(replace(base, observed=_running(third)))
    assert all(composed.ready for composed in last.resources.values())
    assert {key: asked(composed.manifest) for key, composed in new.resources.items()}.items() <= {
        key: asked(composed.manifest) for key, composed in last.resources.items()
    }.items()
    assert last.resources == third.resources
    statuses = {condition.type: condition.status for condition in last.conditions}
    assert statuses["Validated"] == statuses["Operational"] == "True"


def test_names_and_namespaces_are_those_of_the_claim() -> None:
    for example in golden.EXAMPLES.glob("eventdrivenservice/*/"):
        metadata = mapping_at(consumer_document(example), "metadata")
        for manifest in golden.documents(example / "expected.yaml"):
            assert text_at(manifest, "metadata", "namespace") == metadata["namespace"]
            assert text_at(manifest, "metadata", "name").removesuffix("-scaler") == metadata["name"]
