import pytest

from function.apis.infra_binding.inquiry import NO_CLIENT
from function.apis.infra_binding.preflight.check import Check
from function.apis.infra_binding.preflight.questions import questions
from function.base.manifest import Json
from function.base.preflight_target import Endpoint, Question
from function.platform.preflight import CHECK
from tests.bindings import completion, model, topic

BROKERS = "k1:1,k2:2,k3:3,k4:4"


def found(check: CHECK, section: str, entry: Json) -> list[Check]:
    spec = model(**{section: {"a": entry}})
    (member,) = (member for name, _, member in spec.members() if name == section)
    return list(questions(f"{section}.a", "a", member, check, {}))


@pytest.mark.parametrize(
    ("section", "entry", "settings"),
    [
        ("streams", topic("t", brokers=BROKERS, consumer={"group_id": "g"}), {"group": "g", "reads": "true"}),
        ("streams", topic("t", brokers=BROKERS, producer={}), {"writes": "true"}),
        ("dead_letters", topic("t", brokers=BROKERS), {"writes": "true"}),
        ("completions", completion("t", brokers=BROKERS), {"writes": "true"}),
    ],
)
def test_a_topic_is_asked_about_as_it_is_used(section: str, entry: Json, settings: dict[str, str]) -> None:
    (check,) = found("permissions", section, entry)
    servers = (Endpoint("k1", 1), Endpoint("k2", 2), Endpoint("k3", 3))
    wanted = tuple(sorted({**settings, "topic": "t"}.items()))
    assert check == Check("permissions", f"{section}.a", Question("kafka", "permissions", "topic t", servers, wanted))


def test_an_entry_may_ask_about_another_topic_at_its_own_place() -> None:
    handling: Json = {"deserialization": {"dlq_topic": "t.dlq"}}
    checks = found("permissions", "streams", topic("t", error_handling=handling))
    assert [check.path for check in checks] == ["streams.a", "streams.a.error_handling.deserialization.dlq_topic"]


@pytest.mark.parametrize("check", ["permissions", "capacity"])
@pytest.mark.parametrize(
    ("section", "entry", "reason"),
    [
        ("lookups", {"type": "mongodb", "uri": "mongodb://m/d", "database": "d", "collection": "c"}, NO_CLIENT),
        ("streams", {"type": "kinesis", "stream": "s", "region": "us-east-1"}, NO_CLIENT),
    ],
)
def test_what_cannot_be_asked_has_a_reason(check: CHECK, section: str, entry: Json, reason: str) -> None:
    assert found(check, section, entry) == [Check(check, f"{section}.a", reason=reason)]
