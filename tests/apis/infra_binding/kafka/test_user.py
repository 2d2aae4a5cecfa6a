from typing import Any

import pytest

from function.apis.infra_binding.kafka.user import Access, Security, acls, refused_access, user
from function.base.manifest import Json
from function.base.meta import Meta
from function.platform.config import PlatformConfig
from tests.bindings import config
from tests.schemas import violations
from tests.support import look

META = Meta("payments", "shop", {"team": "checkout"})
BROKERS = "main-kafka-bootstrap.kafka.svc:9093"
SECURITY = Security(authentication="scram-sha-512")
ALL: dict[str, Any] = {
    "group": "enrichment-v3",
    "transactional_id_prefix": "enrichment",
    "dead_letter_topic": "errors",
}


def rights(**fields: Any) -> list[tuple[Json, ...]]:
    found = acls(Access(topic="prod.auth", **fields))
    return [
        (look(rule, "resource.type"), look(rule, "resource.name"), look(rule, "resource.patternType"), *operations)
        for rule in found
        if isinstance(operations := look(rule, "operations"), list)
    ]


def test_a_source_is_read_in_its_group_and_nothing_else() -> None:
    assert rights(reads=True, writes=False, **ALL) == [
        ("topic", "prod.auth", "literal", "Describe", "Read"),
        ("group", "enrichment-v3", "literal", "Read"),
        ("topic", "errors", "literal", "Create", "Describe", "Write"),
    ]


def test_a_sink_is_written_with_any_transaction_of_its_prefix() -> None:
    """Flink appends to the prefix, so a literal ID would be refused."""
    assert rights(reads=False, writes=True, **ALL)[:2] == [
        ("topic", "prod.auth", "literal", "Create", "Describe", "Write"),
        ("transactionalId", "enrichment", "prefix", "Describe", "Write"),
    ]


def test_what_is_not_used_is_not_allowed() -> None:
    assert rights(reads=True, writes=True) == [("topic", "prod.auth", "literal", "Create", "Describe", "Read", "Write")]


def test_the_user_is_in_the_namespace_of_the_cluster() -> None:
    """Its Secret is there too, and has its name."""
    access = Access(topic="a", reads=True, writes=True)
    (found,) = user("auth_events", SECURITY, access, BROKERS, META, config())
    assert violations(found) == []
    assert look(found, "metadata.namespace") == "kafka"
    assert str(look(found, "metadata.name")).startswith("payments-auth-events-")
    assert look(found, "spec.authentication") == {"type": "scram-sha-512"}
    assert look(found, "metadata.labels") == {"team": "checkout", "strimzi.io/cluster": "main"}


def test_without_a_cluster_there_is_none() -> None:
    access = Access(topic="a", reads=True, writes=True)
    assert list(user("a", SECURITY, access, "b:9092", META, PlatformConfig())) == []


USERS: Json = {"streams": {"kafkaUsers": True, "prefixes": {"shop": ["shop."]}}}


@pytest.mark.parametrize(
    ("policy", "topics", "paths"),
    [
        ({}, {"topic": "shop.a"}, ["spec.a.security"]),
        (USERS, {"topic": "shop.a", "dlq": None}, []),
        (USERS, {"topic": "shop.a", "dlq": "other.b"}, ["spec.a.dlq"]),
        (USERS, {"topic": "other.a", "dlq": "other.b"}, ["spec.a.topic", "spec.a.dlq"]),
    ],
)
def test_what_the_platform_does_not_allow(policy: Json, topics: dict[str, str | None], paths: list[str]) -> None:
    found = list(refused_access("spec.a", topics, BROKERS, "shop", config(policy=policy)))
    assert [problem.path for problem in found] == paths
    assert {problem.code for problem in found} <= {"EP224"}


def test_that_no_user_can_be_made_is_a_warning() -> None:
    platform = PlatformConfig.model_validate({"policy": USERS})
    (problem,) = refused_access("spec.a", {"topic": "shop.a"}, "b:9092", "shop", platform)
    assert (problem.path, problem.code, problem.severity) == ("spec.a.security", "EP417", "warning")
