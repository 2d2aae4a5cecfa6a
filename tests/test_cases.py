"""Whole answers, byte for byte: tests/cases/<api>/<case>/ holds what is asked and what is answered."""

from pathlib import Path

import pytest
from crossplane.function.proto.v1 import run_function_pb2 as protocol

from function.base.manifest import mapping_at, text_at
from function.delivery.mark import unmarked
from function.fn import answer
from tests.conformance import calls
from tests.schemas import violations
from tools import golden

CASES = golden.folders(golden.CASES)
REJECTED = [case for case in CASES if (case / "problems.txt").exists()]
RENDERED = [case for case in CASES if (case / "outcome.yaml").exists()]
ADVICE = (
    "{case} answers otherwise than its {name} says. if that is meant, run `make golden` and read the difference: a key "
    "below `resources` is identity, and with another one Crossplane deletes the running object and makes it anew"
)


def case_name(case: Path) -> str:
    return str(case.relative_to(golden.CASES))


def test_each_folder_is_a_case() -> None:
    assert sorted(golden.CASES.glob("*/*/")) == CASES


def test_more_is_refused_than_rendered() -> None:
    assert len(REJECTED) > len(RENDERED) > 0


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_answer_is_the_expected_one(case: Path) -> None:
    name, text = golden.expected(case)
    written = case / name
    assert written.exists(), ADVICE.format(case=case_name(case), name=name)
    assert text.encode() == written.read_bytes(), ADVICE.format(case=case_name(case), name=name)


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_only_one_answer_is_on_disk(case: Path) -> None:
    assert len([name for name in golden.OUTPUTS if (case / name).exists()]) == 1


@pytest.mark.parametrize("case", REJECTED, ids=case_name)
def test_rejection_leaves_everything_alone_and_says_so(case: Path) -> None:
    _, found = golden.outcome(case)
    assert not found.resources
    assert not found.status
    statuses = {condition.type: condition.status for condition in found.conditions}
    assert statuses.pop("Validated") == statuses.pop("Operational") == "False"
    assert set(statuses.values()) == {"Unknown"}


@pytest.mark.parametrize("case", REJECTED, ids=case_name)
def test_no_rejection_repeats_a_secret(case: Path) -> None:
    assert "canary" not in str(golden.outcome(case)[1])


@pytest.mark.parametrize("case", RENDERED, ids=case_name)
def test_composed_resources_are_valid(case: Path) -> None:
    _, found = golden.outcome(case)
    broken = {key: violations(composed.manifest) for key, composed in found.resources.items()}
    assert broken == {key: [] for key in found.resources}


@pytest.mark.parametrize("case", RENDERED, ids=case_name)
def test_delivery_is_what_the_settings_say(case: Path) -> None:
    xr, _, settings = golden.request(case)
    _, found = golden.outcome(case)
    direct = text_at(settings, "spec", "delivery") == "direct"
    group = "kubernetes" if text_at(xr, "kind").startswith("X") else "kubernetes.m"
    versions = {
        text_at(composed.manifest, "apiVersion").partition(".crossplane.io")[0] for composed in found.resources.values()
    }
    assert (group in versions) != direct
    for composed in found.resources.values():
        assert direct or unmarked(composed.manifest)["metadata"] == {}
        assert direct or mapping_at(composed.manifest, "spec", "forProvider", "manifest")


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_the_server_answers_the_same(case: Path) -> None:
    _, direct = golden.outcome(case)
    response = protocol.RunFunctionResponse.FromString(answer(served(case))[0])
    composed = {key: (calls.plain(made.resource), made.ready) for key, made in response.desired.resources.items()}
    assert composed == {
        key: (made.manifest, protocol.READY_TRUE if made.ready else protocol.READY_FALSE)
        for key, made in direct.resources.items()
    }
    assert [(reported.type, reported.reason, reported.message) for reported in response.conditions] == [
        (reported.type, reported.reason, reported.message) for reported in direct.conditions
    ]
    fatal = [result.message for result in response.results if result.severity == protocol.SEVERITY_FATAL]
    assert fatal == ([direct.fatal] if direct.fatal else [])


def served(case: Path) -> bytes:
    """Return the call that Crossplane would make."""
    xr, observed, settings = golden.request(case)
    request = calls.request(xr, input=calls.struct(settings))
    for key, seen in observed.items():
        request.observed.resources[key].resource.CopyFrom(calls.struct(seen))
    for name, found in (golden.fetched(case) or {}).items():
        request.required_resources[name].SetInParent()
        for resource in found:
            request.required_resources[name].items.add().resource.CopyFrom(calls.struct(dict(resource)))
    return request.SerializeToString(deterministic=True)
