"""The KEDA trigger for the lag of a consumer group."""

from collections.abc import Mapping

from function.apis.infra_binding.scaling import Scaling
from function.base.credentials.revealing import REFERENCE
from function.base.manifest import present

_MECHANISMS = {
    "PLAIN": "plaintext",
    "SCRAM-SHA-256": "scram_sha256",
    "SCRAM-SHA-512": "scram_sha512",
}
"""KEDA's names. The other mechanisms need more than a user and a password."""
_PARAMETERS = {"username": "sasl.username", "password": "sasl.password"}


def scaling(
    topic: str, brokers: str, group: str | None, reset: str | None, properties: Mapping[str, str]
) -> Scaling | None:
    """Return the trigger, or None without a group, or if the properties do not say how KEDA can authenticate."""
    security, _, transport = properties.get("security.protocol", "PLAINTEXT").rpartition("_")
    mechanism = _MECHANISMS.get(properties.get("sasl.mechanism", ""))
    parameters = {name: properties[key] for name, key in _PARAMETERS.items() if key in properties} if security else {}
    if group is None or (security and (mechanism is None or len(parameters) < len(_PARAMETERS))):
        return None
    if not all(text.startswith(REFERENCE) for text in parameters.values()):
        return None  # KEDA reads user and password from Secrets only
    if transport == "SSL" and any(key.startswith(("ssl.keystore.", "ssl.truststore.")) for key in properties):
        return None  # certificates of clients and of private authorities are files of the application
    metadata = {
        "bootstrapServers": brokers,
        "topic": topic,
        "consumerGroup": group,
        "offsetResetPolicy": reset if reset in ("earliest", "latest") else None,
        "sasl": mechanism if security else None,
        "tls": "enable" if transport == "SSL" else None,
    }
    texts = {name: str(text) for name, text in present(metadata).items()}
    return Scaling(type="kafka", metadata=texts, parameters=parameters, pod_identity={})
