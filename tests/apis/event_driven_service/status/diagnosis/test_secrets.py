from collections.abc import Sequence

from function.apis.event_driven_service.dependency import Dependency, Key
from function.apis.event_driven_service.status.diagnosis.secrets import causes, fetched, requirements
from function.base.manifest import Manifest

DB = Dependency(
    kind="Secret", name="db", field="spec.secretRefs[0].name", keys=(Key(name="password", field="spec.x.secretKey"),)
)
WHOLE = Dependency(kind="Secret", name="db", field="spec.secretRefs[1].name")
FLAGS = Dependency(kind="ConfigMap", name="flags", field="spec.configMapRefs[0].name")


def reported(dependency: Dependency, answer: Sequence[Manifest] | None) -> list[str]:
    required = {} if answer is None else {"secret/db": answer}
    return [cause.reason.name for cause in causes([dependency], required, "shop")]


def test_each_secret_is_asked_for_once_by_name() -> None:
    wanted = requirements([DB, WHOLE, FLAGS], "shop")
    assert {name: (asked.kind, asked.namespace, asked.name) for name, asked in wanted.items()} == {
        "secret/db": ("Secret", "shop", "db")
    }


def test_no_answer_is_not_a_missing_secret() -> None:
    assert reported(DB, None) == []
    assert not fetched([DB], {})


def test_an_empty_answer_is() -> None:
    assert reported(DB, ()) == ["SecretNotFound"]
    assert fetched([DB], {"secret/db": ()})


def test_a_key_is_looked_for_by_name() -> None:
    assert reported(DB, [{"data": {"user": "aHVudGVyMg=="}}]) == ["SecretKeyMissing"]
    assert reported(DB, [{"data": {"password": "aHVudGVyMg=="}}]) == []


def test_of_a_whole_secret_no_key_is_missing() -> None:
    assert reported(WHOLE, [{}]) == []


def test_values_never_leave() -> None:
    found = causes([DB], {"secret/db": [{"data": {"user": "aHVudGVyMg=="}, "stringData": {"x": "hunter2"}}]}, "shop")
    assert "hunter2" not in str(found)
    assert "aHVudGVyMg" not in str(found)


def test_a_malformed_secret_has_no_keys() -> None:
    assert reported(DB, [{"data": ["password"]}]) == ["SecretKeyMissing"]


def test_config_maps_are_not_asked_for() -> None:
    assert requirements([FLAGS], "shop") == {}
    assert fetched([FLAGS], {})
