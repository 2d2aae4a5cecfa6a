"""What an InfraBinding asks for, and which of its objects may go.

Every key but one follows from the spec's entries, so an object that goes was taken out of the spec; what would lose
data with it is kept in the cluster.
"""

from collections.abc import Collection, Mapping

from function.base.outcome import Requirement
from function.spec.composite import Composite
from function.spec.infra_binding import InfraBinding
from function.spec.platform_config import PlatformConfig

DOCUMENT = "document"
KEYS = frozenset({DOCUMENT})
"""The keys that are there in every binding."""


def explained(spec: InfraBinding) -> Collection[str]:
    """Return no key: the document always stays."""
    return ()


def requirements(spec: InfraBinding | None, composite: Composite, config: PlatformConfig) -> Mapping[str, Requirement]:
    """Return nothing: a binding is made of its spec alone."""
    return {}
