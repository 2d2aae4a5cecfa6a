"""The answer has what the function and the check say, each once."""

from function.base.manifest import Manifest
from function.suites.answer import answer
from function.suites.inputs import free, inputs
from function.suites.model.given import Given
from function.suites.sources import sources
from tests.documents import GROUP, worker


def document(**spec: str) -> Manifest:
    metadata = {"name": "orders", "namespace": "shop"}
    return {"apiVersion": GROUP, "kind": "EventDrivenService", "metadata": metadata, "spec": worker(**spec)}


def answered(manifest: Manifest, *, running: bool = False) -> tuple[list[str], list[str], str | None]:
    given: Manifest = {"given": {"manifest": manifest}}
    prepared = inputs(Given.model_validate(given["given"]), free({}, given), sources(""))
    found = answer(prepared, running=running)
    kinds = [str(each["kind"]) for each in found.objects]
    return kinds, [f"{problem.code} {problem.path}" for problem in found.problems], found.outcome.fatal


def test_objects_are_manifests_without_what_carries_them() -> None:
    kinds, problems, fatal = answered(document())
    assert (kinds, problems, fatal) == (["ServiceAccount", "Deployment", "Service", "ScaledObject"], [], None)


def test_a_problem_that_both_report_is_there_once() -> None:
    kinds, problems, fatal = answered(document(size="huge"))
    assert (kinds, problems) == ([], ["EP104 spec.size"])
    assert fatal is not None


def test_a_claim_that_is_rejected_never_runs() -> None:
    assert answered(document(size="huge"), running=True) == answered(document(size="huge"))


def test_a_document_of_another_kind_is_rejected() -> None:
    kinds, problems, fatal = answered({"kind": "Pod"})
    assert (kinds, set(problems)) == ([], {"EP110 apiVersion", "EP110 kind"})
    assert fatal is not None
