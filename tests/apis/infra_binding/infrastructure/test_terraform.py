import pytest

from function.base.manifest import Manifest
from tests.bindings import composite
from tests.infrastructure import infrastructure
from tests.support import assert_refused, outcome

MODULE = "git::https://example.org/infra.git//modules/emr"


def spec(source: str, version: str) -> Manifest:
    return composite(
        infrastructure(provider="terraform", terraform={"module_source": source, "module_version": version})
    )


@pytest.mark.parametrize(
    "source",
    [f"{MODULE}?ref=v1", f"{MODULE}?depth=1&ref=v1", f"{MODULE}?ref=v2.0", f"{MODULE}?ref=", f"{MODULE}?xref=v2"],
)
def test_two_refs_contradict_each_other(source: str) -> None:
    text = "module_source contains another ref; got 'v2'. Hint: remove one of them"
    assert_refused(spec(source, "v2"), f"spec.infrastructure.terraform.module_version: {text}")


@pytest.mark.parametrize(
    "source",
    [MODULE, f"{MODULE}?ref=v2", f"{MODULE}?ref=v2&depth=1", f"{MODULE}?depth=1&ref=v2", f"{MODULE}?depth=1", "./emr"],
)
def test_the_same_ref_twice_is_one(source: str) -> None:
    assert outcome(spec(source, "v2")).fatal is None


@pytest.mark.parametrize(
    ("source", "version"), [(f"{MODULE}?ref=v1", "${VERSION}"), (f"{MODULE}?ref=${{VERSION}}", "v2")]
)
def test_a_variable_is_judged_when_it_has_its_value(source: str, version: str) -> None:
    assert [problem.code for problem in outcome(spec(source, version)).problems] == ["EP402"]


@pytest.mark.parametrize("source", ["git::https://user:hunter2hunter2@example.org/infra.git", "https://a:hunter2@b/c"])
def test_credentials_of_a_module_are_refused_and_not_repeated(source: str) -> None:
    answer = outcome(spec(source, "v2"))
    assert [problem.path for problem in answer.problems] == ["spec.infrastructure.terraform.module_source"]
    assert "hunter2" not in str(answer)
