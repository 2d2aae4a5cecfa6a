"""PersistentVolumeClaim (v1)."""

from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="v1", kind="PersistentVolumeClaim", plural="persistentvolumeclaims", holds_data=True)


def manifest(meta: Meta, *, size: str, storage_class: str | None) -> Manifest:
    """Return the claim for a volume that one node mounts. Of all this, only the size can change, and only grow."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": present(
            {
                "accessModes": ["ReadWriteOnce"],
                "storageClassName": storage_class,
                "resources": {"requests": {"storage": size}},
            }
        ),
    }
