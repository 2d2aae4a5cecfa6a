"""What KEDA reads, from references to what it finds in Secrets."""

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.scaling import Scaling

SECRETS = {"kafka": BoundSecret(name="payments.kafka", existing=False, keys=("user",))}


def test_a_trigger_without_authentication_is_the_trigger_alone() -> None:
    found = Scaling(type="kafka", metadata={"topic": "a"}, parameters={}, pod_identity={})
    assert found.described(SECRETS) == {"trigger": {"type": "kafka", "metadata": {"topic": "a"}}}


def test_references_become_keys_of_secrets() -> None:
    found = Scaling(
        type="a", metadata={}, parameters={"username": "secret://kafka/user"}, pod_identity={"provider": "aws"}
    )
    assert found.described(SECRETS)["authentication"] == {
        "secretTargetRef": [{"parameter": "username", "name": "payments.kafka", "key": "user"}],
        "podIdentity": {"provider": "aws"},
    }
