"""Names that change."""

from function.base.manifest import Manifest
from function.importing.names import is_replaced, renamed
from tests.importing.objects import container, deployment, other, service

SAME = deployment(container(name="main"))


def of(given: dict[str, Manifest], made: dict[str, Manifest]) -> list[tuple[str, str, str]]:
    return [(kind, problem.code, problem.path) for kind, problem in renamed(given, made)]


def test_nothing_changes() -> None:
    objects = {"Deployment": SAME, "Service": service(), "ServiceAccount": other("v1", "ServiceAccount")}
    assert of(objects, objects) == []
    assert not is_replaced(objects, objects)


def test_selector_container_service_and_account_are_told() -> None:
    account = other("v1", "ServiceAccount")
    given = {
        "Deployment": deployment({"name": "proxy"}, container(env=[{"name": "NATS_URL"}])),
        "Service": service("old"),
        "ServiceAccount": other("v1", "ServiceAccount", "old"),
    }
    made = {
        "Deployment": deployment(container(name="main"), name="new"),
        "Service": service(),
        "ServiceAccount": account,
    }
    assert is_replaced(given, made)
    assert of(given, made) == [
        ("Deployment", "EP803", "spec.selector"),
        ("Deployment", "EP804", "spec.template.spec.containers[1].name"),
        ("Service", "EP804", "metadata.name"),
        ("ServiceAccount", "EP804", "metadata.name"),
    ]
    assert {problem.severity for _, problem in renamed(given, made)} == {"warning"}


def test_an_account_that_is_not_in_the_input_has_another_name_too() -> None:
    given = {"Deployment": deployment(container(name="main"), pod={"serviceAccountName": "old"})}
    made = {"Deployment": deployment(container(name="main"), pod={"serviceAccountName": "web"})}
    assert of(given, made) == [("Deployment", "EP804", "spec.template.spec.serviceAccountName")]
    assert of(made, made) == []
    assert of({"Deployment": SAME}, made) == []


def test_an_object_that_the_claim_does_not_make_keeps_its_name() -> None:
    assert of({"Deployment": SAME, "Service": service("old")}, {"Deployment": SAME}) == []
