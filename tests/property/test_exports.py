"""Whatever an export contains: a status and an examination, never an exception or characters that a terminal obeys."""

import json

import click
from hypothesis import given, settings

from function.apis.registry import APIS
from function.base.manifest import Json, Manifest
from function.cli.examinations.json import json as examined_json
from function.cli.examinations.text import text as examined_text
from function.cli.traces.json import json as traced_json
from function.cli.traces.text import line
from function.cli.traces.text import text as traced_text
from function.doctor.examine import examine
from function.doctor.scan import Scan
from function.trace.family import Family
from function.trace.inventory import inventory
from function.trace.target import Target, claims
from function.trace.trace import trace
from tests.doctor.clusters import healthy
from tests.property.models import DETERMINISTIC
from tests.property.strategies import mutated
from tests.status.states import STATES
from tests.trace.exports import export

EXAMPLES = settings(DETERMINISTIC, max_examples=60)
ORDERS = Target(tuple(APIS.values()), "platform.bizmatters.io", "orders", None)
LARGE = ("CustomResourceDefinition", "CompositeResourceDefinition")
"""Kinds with so many fields that hardly any change would be elsewhere."""


def listed(documents: list[Manifest]) -> Manifest:
    return {"kind": "List", "items": list[Json](documents)}


SERVICE = listed(export(STATES["secret-not-found"]))
CLUSTER = listed([document for (kind, _), document in healthy().items() if kind not in LARGE])


def assert_harmless(text: str) -> None:
    assert all(shown.isprintable() for shown in click.unstyle(text).split("\n"))


@EXAMPLES
@given(mutated(SERVICE))
def test_any_export_of_a_service_has_a_status(document: Manifest) -> None:
    known = inventory([document])
    for found in claims(ORDERS, known):
        traced = trace(Family(api=found.api, claim=found.claim, inventory=known))
        assert_harmless(traced_text(traced, ()))
        assert_harmless(line(traced))
        assert json.loads(traced_json(traced, ()))["operational"] in (True, False)


@EXAMPLES
@given(mutated(CLUSTER))
def test_any_export_of_a_cluster_can_be_examined(document: Manifest) -> None:
    report = examine(Scan(inventory=inventory([document])))
    assert_harmless(examined_text(report))
    assert json.loads(examined_json(report))["version"] == 1
