"""Secrets that something else than an application reads: it needs a Secret, and no variables of the application."""

from collections.abc import Iterable, Iterator, Mapping

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Member
from function.apis.infra_binding.secret_refs import refs_in
from function.base.problems import Problem, describe, join


def without_secret(
    reader: str, members: Iterable[tuple[str, str, Member]], secrets: Mapping[str, BoundSecret]
) -> Iterator[Problem]:
    """Yield a problem for each credential in the members, as section, name, and entry, that is not in a Secret."""
    for section, name, member in members:
        for ref in refs_in(member.model_dump(exclude_none=True), join("spec", section, name)):
            if ref.name in secrets and secrets[ref.name].variables is not None:
                message = describe(
                    f"{reader} reads Secrets, but secret '{ref.name}' is environment variables",
                    hint="use a secret of another provider",
                )
                yield Problem(path=ref.path, message=message, code="EP488")
