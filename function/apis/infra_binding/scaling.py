"""What KEDA needs to scale an application by the events of a stream that it has not read yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.secret_refs import with_secret_key_refs
from function.base.manifest import Json, Manifest, at, mapping_at, present, text_at


@dataclass(frozen=True, kw_only=True)
class Scaling:
    """A trigger of a ScaledObject, and the spec of the TriggerAuthentication that it needs, if it needs one.

    `parameters` are references to secrets by the names that KEDA gives them.
    """

    type: str
    metadata: Mapping[str, str]
    parameters: Mapping[str, str]
    pod_identity: Manifest

    def described(self, secrets: Mapping[str, BoundSecret]) -> Manifest:
        """Return trigger and authentication as KEDA reads them; `secrets` are by logical name."""
        sources = {name: with_secret_key_refs(reference, secrets) for name, reference in self.parameters.items()}
        variables = {name: text_at(source, "env") for name, source in sources.items() if at(source, "env") is not None}
        keys = [
            {"parameter": name, **mapping_at(source, "secretKeyRef")}
            for name, source in sources.items()
            if name not in variables
        ]
        environment = [{"parameter": name, "name": variable} for name, variable in variables.items()]
        trigger: Json = {"type": self.type, "metadata": dict(self.metadata)}
        authentication = present({"secretTargetRef": keys, "env": environment, "podIdentity": self.pod_identity})
        return present({"trigger": trigger, "authentication": authentication})
