"""Secrets that Dapr cannot read."""

from collections.abc import Iterator, Mapping

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.dapr.dapr import Dapr
from function.apis.infra_binding.secret_refs import refs_in
from function.base.problems import Problem, describe, join


def without_secret(dapr: Dapr, secrets: Mapping[str, BoundSecret]) -> Iterator[Problem]:
    """Yield a problem for each credential that is not in a Secret: Dapr reads no variables of applications."""
    for section, name, member in dapr.members():
        for ref in refs_in(member.model_dump(exclude_none=True), join("spec", section, name)):
            if ref.name in secrets and secrets[ref.name].variables is not None:
                message = describe(
                    f"Dapr reads Secrets, but secret '{ref.name}' is environment variables",
                    hint="use a secret of another provider",
                )
                yield Problem(path=ref.path, message=message, code="EP488")
