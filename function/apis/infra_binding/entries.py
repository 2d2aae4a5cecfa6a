"""Resolution of a binding into its entries."""

from collections.abc import Mapping

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.member import Member
from function.apis.infra_binding.model.binding import InfraBinding
from function.base.meta import Meta
from function.platform.config import PlatformConfig


def entries(
    spec: InfraBinding, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]
) -> tuple[Entry, ...]:
    """Return an entry for each logical name: sections in the order of the model, names sorted."""
    return tuple(_entry(section, name, member, meta, config, secrets) for section, name, member in spec.members())


def _entry(
    section: str, name: str, member: Member, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]
) -> Entry:
    physical = member.physical(name, secrets)
    return Entry(section, name, member, physical, member.made(name, meta, config, secrets))
