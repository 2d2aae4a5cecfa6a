"""The API server and the function find the same errors; the function rejects what the API server cannot check."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from function.base.problems import errors
from function.render import check
from function.status.conditions import cut
from tests.e2e.api import Api, proxy
from tests.e2e.cluster import BINDING, SERVICE, Scope, objects
from tests.e2e.settings import composed_by, composition
from tests.publish.judges import SCHEMAS, STRUCTURES, broken, of_single_fields, rule_of
from tests.publish.specs import CORPUS, coarser, document
from tests.verdicts.cases import NOT_OF_A_CLAIM, claim_of, depends_on_claim_alone
from tools.playground.kubectl import Kubectl
from tools.playground.product import ROOT

CASES = ROOT / "tests" / "cases"
ADMITTED = {"credentials-in-clear"}
"""Cases whose errors the API server cannot find, see docs/known-limits.md."""
HIDING = {
    "EventDrivenService": {"an object for a list": {"spec.env.A"}},
    "InfraBinding": {
        "camel case": {"spec.secrets.db.secretName"},
        "lookups as a list": {"spec.lookups[0].type"},
        "streams as a list": {"spec.streams[0].type"},
    },
}
"""Cases in which the API server reports only unknown fields."""


@pytest.fixture(scope="module")
def api(kubectl: Kubectl) -> Iterator[Api]:
    with proxy(kubectl) as found:
        yield found


def expected_paths(kind: str, claim: dict[str, Any]) -> set[str]:
    """Return where the function finds errors; for those of our rules, where the schema says that the rule stands."""
    spec = claim["spec"]
    places = {path for path, _ in broken(SCHEMAS[kind], spec, "spec")} if STRUCTURES[kind].is_valid(spec) else set()
    rules = sorted(places, key=len, reverse=True)
    return {
        next((rule for rule in rules if problem.path.startswith(rule)), problem.path)
        for problem in errors(check(claim, None))
    }


@pytest.mark.parametrize("kind", CORPUS)
def test_the_api_server_finds_the_errors_of_the_corpus_at_the_same_paths(api: Api, kind: str) -> None:
    found, expected = {}, {}
    for case in CORPUS[kind]:
        claim = document(kind, case)
        claim["metadata"]["namespace"] = "default"
        found[case["case"]] = {path for path, _ in api.verdict(claim)}
        expected[case["case"]] = HIDING[kind].get(case["case"]) or expected_paths(kind, claim)
    assert found == expected


@pytest.mark.parametrize("kind", CORPUS)
def test_the_api_server_reports_our_rules_with_the_same_message(api: Api, kind: str) -> None:
    found, expected = {}, {}
    for case in CORPUS[kind]:
        claim = document(kind, case)
        claim["metadata"]["namespace"] = "default"
        problems = list(errors(check(claim, None)))
        if problems and not of_single_fields(problems):
            found[case["case"]] = set(api.verdict(claim))
            expected[case["case"]] = {(coarser(text, path), text) for path, text in map(rule_of, problems)}
    assert found == expected
    assert len(found) >= 3


def test_the_api_server_rejects_the_cases_that_the_function_rejects(api: Api) -> None:
    cases = [path.parent for path in sorted(CASES.glob("*/*/problems.txt"))]
    judged = [case for case in cases if case.name not in NOT_OF_A_CLAIM and depends_on_claim_alone(case)]
    assert {case.name for case in judged if not api.verdict(claim_of(case, "default"))} == ADMITTED


@pytest.mark.parametrize("case", ["eventdrivenservice/platform-policy", "infrabinding/credentials-in-clear"])
def test_the_function_rejects_what_the_api_server_admits(
    kubectl: Kubectl, scope: Scope, namespace: str, case: str
) -> None:
    folder = CASES / case
    platform = folder / "platform.yaml"
    settings = yaml.safe_load(platform.read_text())["spec"] if platform.exists() else {}
    claim = claim_of(folder, namespace)
    resource = f"{BINDING if claim['kind'] == 'InfraBinding' else SERVICE}/{claim['metadata']['name']}"
    within = f"--namespace={namespace}"
    with composition(kubectl, claim["kind"].lower(), f"e2e-{folder.name}", settings):
        kubectl.apply(composed_by(claim, f"e2e-{folder.name}", scope))
        kubectl.wait(resource, within, condition="condition=Validated=False", seconds=60)
        conditions = {item["type"]: item for item in kubectl.get(resource, within)["status"]["conditions"]}
        assert conditions["Validated"]["reason"] == conditions["Operational"]["reason"] == "InvalidSpec"
        assert conditions["Validated"]["message"] == cut((folder / "problems.txt").read_text().strip())
        assert objects(kubectl, scope, namespace) == []
        made = kubectl.get("deployments,services,configmaps", within)["items"]
        assert [item["metadata"]["name"] for item in made] == ["kube-root-ca.crt"]
        kubectl("delete", resource, within, "--timeout=60s")
