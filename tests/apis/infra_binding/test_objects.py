from tests.bindings import process, resolved, storage, topic, vault


def test_everything_but_the_document() -> None:
    found = resolved(
        streams={"orders": topic()},
        secrets={"db": vault(keys=["password"])},
        resources={"job": process()},
        checkpoints={"default": storage()},
        deployment={"type": "kubernetes"},
    ).objects
    kinds = [resource.manifest["kind"] for resource in found]
    assert kinds == ["SecretStore", "ExternalSecret", "KafkaTopic", "FlinkDeployment"]


def test_only_what_others_can_reach_has_an_owner() -> None:
    found = resolved(streams={"orders": topic()}, secrets={"db": vault(keys=["password"])}).objects
    owners = {resource.key.partition("-")[0]: resource.owner for resource in found}
    assert owners == {"secretstore": "shop/payments", "externalsecret": "", "stream": "shop/payments"}


def test_an_empty_binding_has_none() -> None:
    assert resolved().objects == ()
