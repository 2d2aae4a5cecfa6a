"""All problems of an invalid document at once: rules and policies check the parts that are valid."""

from collections.abc import Mapping
from typing import Any, TypeVar

from function.apis.composite import identity_of, user_spec
from function.apis.contract import Implementation
from function.apis.input import Understood
from function.base.identity import Identity
from function.base.manifest import Json, text_at
from function.base.model import Spec
from function.base.partial import readable
from function.base.problems import Problem
from function.platform.config import PlatformConfig

S = TypeVar("S", bound=Spec)


def all_problems(
    api: Implementation[S, Any], document: Mapping[str, Json], understood: Understood[S], config: PlatformConfig
) -> list[Problem]:
    """Return the problems of an invalid document, and what the platform does not allow in its valid parts."""
    namespace = text_at(document, "metadata", "namespace")
    identity = identity_of(api.api, document)[0]
    if identity is None and namespace:
        identity = Identity(scope="namespaced", name="", namespace=namespace)
    if identity is None or understood.readable_spec is None:
        return understood.problems
    checks = api.policies(understood.readable_spec, user_spec(document), identity, config)
    return [*understood.problems, *(problem for check in checks for problem in readable(check))]
