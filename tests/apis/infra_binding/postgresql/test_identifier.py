import pytest
from pydantic import TypeAdapter, ValidationError

from function.apis.infra_binding.postgresql.identifier import NOT_OWN_DATABASE, NOT_OWN_ROLE, Identifier
from function.apis.infra_binding.sections.services.postgresql import Model
from function.base.manifest import Manifest
from tests.cel import judge

IDENTIFIERS: TypeAdapter[str] = TypeAdapter(Identifier)


@pytest.mark.parametrize("name", ["learnflow", "learnflow_user", "_a1"])
def test_what_is_a_name(name: str) -> None:
    assert IDENTIFIERS.validate_python(name) == name


@pytest.mark.parametrize("name", ["", "1a", "Learnflow", "learn-flow", "a b", 'a"b', "a;b", "a" * 64, "a\n"])
def test_what_is_none(name: str) -> None:
    with pytest.raises(ValidationError):
        IDENTIFIERS.validate_python(name)


def judged(database: str, owner: str) -> tuple[bool, bool]:
    document: Manifest = {"type": "postgresql", "database": database, "owner": owner, "storage": {"size": "1Gi"}}
    found = Model.model_validate(document)
    verdicts = NOT_OWN_DATABASE.holds(found), NOT_OWN_ROLE.holds(found)
    assert verdicts == tuple(judge(rule.cel, "self", document) for rule in (NOT_OWN_DATABASE, NOT_OWN_ROLE))
    return verdicts


@pytest.mark.parametrize("database", ["postgres", "template0", "template1"])
def test_databases_of_every_server_are_not_the_bindings(database: str) -> None:
    assert judged(database, "shop") == (False, True)


@pytest.mark.parametrize("owner", ["postgres", "streaming_replica", "cnpg_pooler_pgbouncer", "pg_monitor", "public"])
def test_roles_of_the_server_and_the_operator_are_not_the_bindings(owner: str) -> None:
    assert judged("shop", owner) == (True, False)


@pytest.mark.parametrize(("database", "owner"), [("postgres_1", "pgbouncer"), ("pg_shop", "publics")])
def test_similar_names_are(database: str, owner: str) -> None:
    assert judged(database, owner) == (True, True)
