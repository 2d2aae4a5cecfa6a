import pytest

from function.apis.event_driven_service.dependency import Dependency, Key, field_of, names

DB = Dependency(
    kind="Secret", name="db", field="spec.secretRefs[0].name", keys=(Key(name="password", field="spec.a.secretKey"),)
)
AGAIN = Dependency(kind="Secret", name="db", field="spec.secretRefs[1].name", keys=(Key(name="user", field="spec.b"),))
FLAGS = Dependency(kind="ConfigMap", name="flags", field="spec.configMapRefs[0].name")


@pytest.mark.parametrize(
    ("kind", "name", "key", "field"),
    [
        ("Secret", "db", "", "spec.secretRefs[0].name"),
        ("Secret", "db", "password", "spec.a.secretKey"),
        ("Secret", "db", "user", "spec.b"),
        ("Secret", "db", "other", "spec.secretRefs[0].name"),
        ("Secret", "unknown", "", "spec.secretRefs"),
        ("ConfigMap", "flags", "", "spec.configMapRefs[0].name"),
        ("ConfigMap", "db", "", "spec.configMapRefs"),
    ],
)
def test_the_field_of_the_claim_is_found(kind: str, name: str, key: str, field: str) -> None:
    assert field_of([DB, AGAIN, FLAGS], kind, name, key) == field


def test_names_are_sorted_and_told_once() -> None:
    assert names([DB, FLAGS, AGAIN]) == "ConfigMap 'flags', Secret 'db'"


def test_nothing_has_no_names() -> None:
    assert names([]) == ""
