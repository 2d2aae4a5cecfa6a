"""Names and selectors that are others in the objects of a claim, and that something else may refer to."""

from collections.abc import Iterator, Mapping

from function.base.manifest import Manifest, mapping_at, text_at
from function.base.naming import MAIN_CONTAINER
from function.base.problems import Problem, describe, join
from function.importing import kinds
from function.importing.containers import main_container, main_position
from function.importing.written import account_of

SELECTOR, NAME = "EP803", "EP804"
_ACCOUNT = "spec.template.spec.serviceAccountName"
_USERS = {
    kinds.SERVICE: "clients must use the new name, or keep the old Service until they do",
    kinds.ACCOUNT: "roles must be bound to the new ServiceAccount, and cloud roles must trust it",
}
"""What to do about objects with another name."""


def renamed(given: Mapping[str, Manifest], made: Mapping[str, Manifest]) -> Iterator[tuple[str, Problem]]:
    """Yield a warning for each, with the kind of the object."""
    deployment = given[kinds.DEPLOYMENT]
    if is_replaced(given, made):
        hint = "the comments in the claim say how to replace the Deployment"
        message = describe("has different labels in a claim, and is immutable", hint=hint)
        yield kinds.DEPLOYMENT, _warning("spec.selector", message, SELECTOR)
    if text_at(main_container(deployment), "name") != MAIN_CONTAINER:
        path = join("spec.template.spec.containers", main_position(deployment), "name")
        hint = "update whatever refers to the container by name, such as kubectl logs -c"
        yield kinds.DEPLOYMENT, _warning(path, describe(f"is {MAIN_CONTAINER} in a claim", hint=hint), NAME)
    account, new = account_of(deployment), account_of(made.get(kinds.DEPLOYMENT))
    if account and kinds.ACCOUNT not in given and account != new:
        message = describe(f"is {new} in a claim", hint=_USERS[kinds.ACCOUNT])
        yield kinds.DEPLOYMENT, _warning(_ACCOUNT, message, NAME)
    for kind, users in _USERS.items():
        if kind in given and kind in made:
            old, new = (text_at(objects[kind], "metadata", "name") for objects in (given, made))
            if old != new:
                yield kind, _warning("metadata.name", describe(f"is {new} in a claim", hint=users), NAME)


def is_replaced(given: Mapping[str, Manifest], made: Mapping[str, Manifest]) -> bool:
    """Return whether the Deployment of the claim must be a new one, because its selector is another."""
    old, new = (mapping_at(objects[kinds.DEPLOYMENT], "spec", "selector") for objects in (given, made))
    return old != new


def _warning(path: str, message: str, code: str) -> Problem:
    return Problem(path=path, message=message, code=code, severity="warning")
