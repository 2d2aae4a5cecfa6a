"""What an InfraBinding requires, and which of its objects may be removed.

Every key except those of ALWAYS follows from the spec's entries, so a removed object was removed from the spec; objects
with data stay in the cluster.
"""

from collections.abc import Collection, Mapping

from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.resources import ALWAYS
from function.base.identity import Identity
from function.base.outcome import Requirement
from function.platform.config import PlatformConfig

KEYS = frozenset(ALWAYS)


def explained(spec: InfraBinding) -> Collection[str]:
    """Return no key: objects that every binding has are never removed."""
    return ()


def requirements(identity: Identity, config: PlatformConfig, resolved: Resolved | None) -> Mapping[str, Requirement]:
    """Return nothing: a binding depends only on its spec."""
    return {}
