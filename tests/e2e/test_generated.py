"""300 services and bindings that nobody wrote, or a sample, half of them in each scope: none stays "being applied"."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from itertools import cycle

import pytest

from function.base.condition import OPERATIONAL
from function.base.manifest import Json, mapping_at, text_at
from function.delivery.live import condition
from function.status.reason import Reason
from function.status.reasons import applying
from function.status.reasons.existing import CHECKING_EXISTING
from tests.e2e.cluster import GROUP, Scope, empty, new_namespace
from tests.e2e.generated import SAMPLE, SETTINGS, bindings, services
from tests.e2e.history import watch
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl

COUNTS = {"eventdrivenservices": 120 // SAMPLE, "infrabindings": 30 // SAMPLE}
FIRST: dict[Scope, int] = {"claims": 0, "namespaced": 1}
SECONDS = 1800
DELIVERIES: dict[Scope, list[str]] = {"claims": ["object"], "namespaced": ["object", "direct"]}
UNSETTLED = {"", applying.APPLYING.name, CHECKING_EXISTING.name}
NOT_APPLIED = {reason.name for reason in vars(applying).values() if isinstance(reason, Reason)}


@pytest.fixture(scope="module")
def generated(kubectl: Kubectl, scope: Scope, foreign_kinds: None) -> Iterator[str]:
    """Return a namespace with all of them, delivered in turn in each way."""
    with ExitStack() as stack:
        kubectl("create", "namespace", "kafka")  # fails if it exists: it is deleted afterwards
        stack.callback(kubectl, "delete", "namespace", "kafka", "--timeout=60s")
        for delivery in DELIVERIES[scope]:
            platform = {**mapping_at(SETTINGS, "spec"), "delivery": delivery}
            for kind in ("eventdrivenservice", "infrabinding"):
                stack.enter_context(composition(kubectl, kind, f"e2e-{delivery}-{kind}", platform))
        namespace = stack.enter_context(new_namespace(kubectl, scope))
        made = [
            *services(2 * COUNTS["eventdrivenservices"], namespace),
            *bindings(2 * COUNTS["infrabindings"], namespace),
        ]
        documents = made[FIRST[scope] :: 2]
        items = [
            composed_by(document, f"e2e-{delivery}-{document['kind'].lower()}", scope)
            for document, delivery in zip(documents, cycle(DELIVERIES[scope]), strict=False)
        ]
        created = json.dumps({"apiVersion": "v1", "kind": "List", "items": items})
        kubectl("create", "-f", "-", "--output=name", stdin=created, seconds=SECONDS)
        yield namespace
        empty(kubectl, scope, namespace, SECONDS)


def unsettled(operational: Mapping[str, Json]) -> bool:
    """Return whether something is still to be applied or created."""
    return text_at(operational, "reason") in UNSETTLED or "pods ready: being created" in text_at(operational, "message")


@pytest.mark.parametrize("plural", COUNTS)
def test_none_of_them_stays_being_applied(kubectl: Kubectl, generated: str, plural: str) -> None:
    path = f"/apis/{GROUP}/v1alpha1/namespaces/{generated}/{plural}"
    found: dict[str, Mapping[str, Json]] = {}
    with closing(watch(kubectl, path, SECONDS, resourceVersion="0")) as written:
        for version in written:
            found[version["metadata"]["name"]] = condition(version, OPERATIONAL)
            if len(found) == COUNTS[plural] and not any(map(unsettled, found.values())):
                break
    assert len(found) == COUNTS[plural]
    assert {name: seen for name, seen in found.items() if unsettled(seen)} == {}
    assert {name: seen for name, seen in found.items() if seen["reason"] in NOT_APPLIED} == {}
