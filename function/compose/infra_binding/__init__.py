"""InfraBinding: from logical names to topics, streams, secrets and one resolved document."""

from function.compose.infra_binding.lifecycle import KEYS, explained, requirements
from function.compose.infra_binding.policy import policy
from function.compose.infra_binding.report import report
from function.compose.infra_binding.resources import compose
from function.spec.api import Api
from function.spec.infra_binding import InfraBinding
from function.spec.infra_binding_status import COLUMNS, InfraBindingStatus

API = Api(
    kind="InfraBinding",
    plural="infrabindings",
    short_name="ib",
    spec=InfraBinding,
    status=InfraBindingStatus,
    columns=COLUMNS,
    makes=(
        ("ConfigMap", "always: the resolved document"),
        ("SecretStore", "for secrets that are fetched, one for each different store"),
        ("ExternalSecret", "for each secret that is fetched and has a key that is known"),
        ("KafkaTopic", "for streams of type kafka whose cluster is known; kept when the binding goes"),
    ),
    name_max=50,
)

__all__ = ["API", "KEYS", "compose", "explained", "policy", "report", "requirements"]
