"""The resources of an InfraBinding, in order."""

from function.apis.infra_binding import secrets
from function.apis.infra_binding.bound_streams import bound_streams, meta
from function.apis.infra_binding.document import document, document_name
from function.apis.infra_binding.lifecycle import DOCUMENT
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.settings import store_settings
from function.apis.infra_binding.streams import Managed
from function.base.condition import WORKLOAD_AVAILABLE
from function.delivery.resource import Resource
from function.manifests import config_map
from function.readiness.ready_condition import READINESS


def compose(resolved: Resolved) -> list[Resource]:
    """Return the binding's objects. Keys follow the logical names, which outlive topics and streams."""
    spec, identity, config = resolved.spec, resolved.identity, resolved.config
    common, settings = meta(identity, config), store_settings(identity, config)
    annotations = {"kubernetes.io/description": spec.description} if spec.description else {}
    data = document(spec, identity, config)
    return [
        *secrets.resources(spec, settings, common, config.external_secrets.refresh_interval),
        *(
            Resource(f"stream-{name}", made.manifest, READINESS, keep=True, about=WORKLOAD_AVAILABLE)
            for name, made in bound_streams(spec, identity, config).items()
            if isinstance(made, Managed)
        ),
        Resource(
            DOCUMENT,
            config_map.manifest(common, name=document_name(identity), annotations=annotations, data=data),
            about=WORKLOAD_AVAILABLE,
        ),
    ]
