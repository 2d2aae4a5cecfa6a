"""What an InfraBinding asks for, and which of its objects may go.

Every key but those of ALWAYS follows from the spec's entries, so an object that goes was taken out of the spec; what
would lose data with it is kept in the cluster.
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
    """Return no key: what every binding has always stays."""
    return ()


def requirements(identity: Identity, config: PlatformConfig, resolved: Resolved | None) -> Mapping[str, Requirement]:
    """Return nothing: a binding is made of its spec alone."""
    return {}
