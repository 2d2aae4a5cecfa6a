"""The checks that need a login: what each entry asks its servers."""

from collections.abc import Iterator, Mapping

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.inquiry import Inquiry
from function.apis.infra_binding.member import Member
from function.apis.infra_binding.preflight.address import servers
from function.apis.infra_binding.preflight.check import Check
from function.base.preflight_target import Question
from function.base.problems import join
from function.platform.preflight import CHECK

_MOST_SERVERS = 3
"""One of them must answer. Servers know each other, so the others are as good."""


def questions(path: str, name: str, member: Member, kind: CHECK, secrets: Mapping[str, BoundSecret]) -> Iterator[Check]:
    """Yield the checks of an entry, which has a path and a logical name; those that cannot be made have a reason."""
    for inquiry in member.inquiries(name, kind, secrets):
        where = join(path, inquiry.place) if inquiry.place else path
        found = _question(inquiry, kind, member.default_port)
        yield Check(kind, where, reason=found) if isinstance(found, str) else Check(kind, where, found)


def _question(inquiry: Inquiry, kind: CHECK, port: int | None) -> Question | str:
    if inquiry.unknown:
        return inquiry.unknown
    found = servers(inquiry.address, port, encrypted=inquiry.encrypted)
    if isinstance(found, str):
        return found
    return Question(
        platform=inquiry.platform,
        check=kind,
        about=inquiry.about,
        servers=tuple(found[:_MOST_SERVERS]),
        settings=tuple(sorted(inquiry.settings.items())),
        credentials=tuple(sorted(inquiry.credentials.items())),
    )
