"""The resources of an InfraBinding, in order."""

from function.compose.infra_binding import secrets
from function.compose.infra_binding.document import document, document_name
from function.compose.infra_binding.lifecycle import DOCUMENT
from function.compose.infra_binding.settings import store_settings
from function.compose.infra_binding.streams import bound_streams, meta
from function.delivery.resource import Resource
from function.manifests import config_map
from function.readiness.ready_condition import READINESS
from function.spec.composite import Composite
from function.spec.infra_binding import InfraBinding
from function.spec.platform_config import PlatformConfig
from function.streams import Managed


def compose(spec: InfraBinding, composite: Composite, config: PlatformConfig) -> list[Resource]:
    """Return the binding's objects. Keys follow the logical names, which outlive topics and streams."""
    common, settings = meta(composite, config), store_settings(composite, config)
    annotations = {"kubernetes.io/description": spec.description} if spec.description else {}
    data = document(spec, composite, config)
    return [
        *secrets.resources(spec, settings, common, config.external_secrets.refresh_interval),
        *(
            Resource(f"stream-{name}", made.manifest, READINESS, keep=True)
            for name, made in bound_streams(spec, composite, config).items()
            if isinstance(made, Managed)
        ),
        Resource(
            DOCUMENT,
            config_map.manifest(common, name=document_name(composite), annotations=annotations, data=data),
        ),
    ]
