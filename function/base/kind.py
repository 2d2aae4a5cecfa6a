"""A kind of Kubernetes object that we emit."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind, declared once as `KIND` in the module that writes its manifest.

    `plural` is its name in roles and URLs. Deleting an object with `holds_data` deletes the data too, so it is kept
    when its owner is deleted: it is always wrapped in an Object, which can orphan it. An object that
    `runs_code` makes a controller run what it names, with credentials of its own, so roles of their own cover it.
    """

    api_version: str
    kind: str
    plural: str
    holds_data: bool = False
    runs_code: bool = False

    @property
    def group(self) -> str:
        """The API group, "" for the core group."""
        return self.api_version.rpartition("/")[0]
