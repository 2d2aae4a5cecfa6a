"""The resolved document of an InfraBinding: what applications read, in a ConfigMap, without any secret text.

Values are JSON with sorted keys, which is YAML too: equal bindings give equal bytes.
"""

import json
from collections.abc import Mapping

from function.apis.infra_binding.bindings import bindings
from function.apis.infra_binding.bound_streams import bound_streams
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.secret_refs import resolved
from function.apis.infra_binding.secrets import secret_names
from function.apis.infra_binding.settings import store_settings
from function.apis.infra_binding.streams import Managed, Stream, Unmanaged
from function.base.identity import Identity
from function.base.manifest import Json, Manifest, mapping_at, present, text_at
from function.platform.config import PlatformConfig

MOST_BYTES = 1024 * 1024
"""What the API server takes as the data of a ConfigMap."""


def document_name(identity: Identity) -> str:
    """Return the name of the ConfigMap."""
    return f"{identity.name}-binding"


def document(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> dict[str, str]:
    """Return the ConfigMap's data: the binding, its streams with what makes them, and why others are not made."""
    secrets = secret_names(spec, store_settings(identity, config))
    dumped = spec.model_dump(exclude_none=True, exclude_defaults=True)
    binding = {**dumped, **present({"streams": resolved(dumped.get("streams"), secrets)})}
    streams = {
        name: {**mapping_at(binding, "streams", name), **_made(spec.streams[name], made)}
        for name, made in bound_streams(spec, identity, config).items()
    }
    unmanaged = {one.name: one.reason for one in bindings(spec, identity, config) if one.reason}
    files: Mapping[str, Json] = {"binding.yaml": binding, "streams.yaml": streams, "unmanaged.yaml": unmanaged}
    return {name: _canonical(content) for name, content in files.items() if content}


def _made(stream: Stream, made: Managed | Unmanaged) -> Manifest:
    """Return what the platform knows about a stream beyond its binding."""
    if isinstance(made, Unmanaged):
        return {"physical": stream.physical()}
    reference: Manifest = {
        "apiVersion": text_at(made.manifest, "apiVersion"),
        "kind": text_at(made.manifest, "kind"),
        "namespace": text_at(made.manifest, "metadata", "namespace"),
        "name": text_at(made.manifest, "metadata", "name"),
    }
    return {"physical": stream.physical(), "managed_by": reference}


def _canonical(value: Json) -> str:
    return json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
