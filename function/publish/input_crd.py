"""The schema of the function's input, as a CRD in the function's package. It is never installed on a cluster."""

from function.base.manifest import Manifest
from function.platform.config import API_VERSION, KIND, PlatformConfig
from function.publish.schema.model import read
from function.publish.schema.structural import structural

_TEXT: Manifest = {"type": "string"}


def definition(config: PlatformConfig) -> Manifest:
    """Return the CustomResourceDefinition of the PlatformConfig."""
    group, version = API_VERSION.split("/")
    spec = structural(read(PlatformConfig, config))
    plural = f"{KIND.lower()}s"
    return {
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": f"{plural}.{group}"},
        "spec": {
            "group": group,
            "names": {"kind": KIND, "listKind": f"{KIND}List", "plural": plural, "singular": KIND.lower()},
            "scope": "Namespaced",
            "versions": [
                {
                    "name": version,
                    "served": True,
                    "storage": True,
                    "schema": {
                        "openAPIV3Schema": {
                            "description": spec["description"],
                            "type": "object",
                            "properties": {
                                "apiVersion": _TEXT,
                                "kind": _TEXT,
                                "metadata": {"type": "object"},
                                "spec": spec,
                            },
                        }
                    },
                }
            ],
        },
    }
