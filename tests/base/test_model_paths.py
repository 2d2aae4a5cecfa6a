"""Which models and marks are known at a path: of a union, only those of the chosen model."""

import pytest

from function.apis.event_driven_service.model.nats import Nats
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.triggers.cpu import Model as Cpu
from function.apis.event_driven_service.triggers.cron import Model as Cron
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.sections.secret_stores.vault import Model as Vault
from function.apis.infra_binding.sections.secret_stores.vault import Server
from function.base.manifest import Json
from function.base.marks import MayHoldSecret
from function.base.model_paths import marks_at, models_at, tags
from function.base.text import Text

CASES = [
    ("the document itself", [], {}, [EventDrivenService]),
    ("an object below it", ["nats"], {"nats": {}}, [Nats]),
    ("the model that the tag names", ["scaling", "triggers", 0], {"scaling": {"triggers": [{"type": "cpu"}]}}, [Cpu]),
    ("one of several items", ["scaling", "triggers", 1], {"scaling": {"triggers": [{}, {"type": "cron"}]}}, [Cron]),
]


@pytest.mark.parametrize(("reason", "steps", "document", "expected"), CASES, ids=[case[0] for case in CASES])
def test_models_at(reason: str, steps: list[str | int], document: Json, expected: list[type]) -> None:
    assert models_at(EventDrivenService, steps, document) == expected, reason


def test_without_a_tag_every_model_of_the_union_may_stand_there() -> None:
    found = models_at(EventDrivenService, ["scaling", "triggers", 0], {"scaling": {"triggers": [{}]}})
    assert {Cpu, Cron} < set(found)


@pytest.mark.parametrize(("name", "below", "expected"), [("vault", [], Vault), ("vault", ["vault"], Server)])
def test_an_entry_may_be_called_as_a_field_is(name: str, below: list[str | int], expected: type) -> None:
    document: Json = {"secrets": {name: {"provider": "vault", "vault": {}}}}
    assert models_at(InfraBinding, ["secrets", name, *below], document) == [expected]


@pytest.mark.parametrize("steps", [["nope"], ["nats", "nope"], ["nats", "stream", "below"], ["env", 0, "name"]])
def test_where_no_object_may_stand_no_model_is_known(steps: list[str | int]) -> None:
    document: Json = {"nats": {"stream": {}}, "env": [{}]}
    assert models_at(EventDrivenService, steps, document) == []


def test_only_members_of_a_union_have_a_tag() -> None:
    assert tags([EventDrivenService, Nats, Server]) == set()
    assert tags([Cpu, Vault, Cron]) == {"cpu", "vault", "cron"}


@pytest.mark.parametrize(
    ("steps", "document"),
    [
        (["env", 0, "value"], {"env": [{}]}),
        (["args", 1], {"args": ["a", "b"]}),
        (["args", 0, "below"], {"args": [{"below": 1}]}),
        (["nats", "url"], {"nats": {}}),
        (["scaling", "triggers", 0, "query"], {"scaling": {"triggers": [{"type": "prometheus"}]}}),
        (["scaling", "triggers", 0, "query"], {"scaling": {"triggers": [{"type": "mistyped"}]}}),
    ],
)
def test_a_mark_holds_for_everything_below_it(steps: list[str | int], document: Json) -> None:
    assert MayHoldSecret() in marks_at(EventDrivenService, steps, document)


@pytest.mark.parametrize("steps", [[], ["env", 0], ["env", 0, "name"], ["nats", "stream"], ["nope", "value"]])
def test_but_for_nothing_beside_or_above_it(steps: list[str | int]) -> None:
    assert MayHoldSecret() not in marks_at(EventDrivenService, steps, {"env": [{}], "nats": {}})


def test_marks_of_keys_come_before_those_of_values() -> None:
    document: Json = {"podLabels": {"team": "a"}}
    found = [
        mark.example for mark in marks_at(EventDrivenService, ["podLabels", "team"], document) if isinstance(mark, Text)
    ]
    assert found == ["example.org/team", "payments"]
