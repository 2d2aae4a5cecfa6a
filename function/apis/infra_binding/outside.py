"""Removals that nothing in the binding explains but the value of a variable outside it, such as in a ConfigMap.

Whoever changes that value may not know what depends on it, and a missing value can mean a default. So jobs and fetched
secrets are removed only by a change of the binding itself.
"""

from collections.abc import Mapping

from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.sections.secret_stores import FETCHED
from function.base.problems import describe
from function.base.variables import START

_RUNS_JOBS = "spec.deployment.namespace"
_MAY_REFER = ("secret://", START)


def undecided(resolved: Resolved, key: str, outside: Mapping[str, str]) -> str | None:
    """Return why the object with this key stays, or None if no value outside the binding decides whether it exists.

    `outside` contains each text that depends on such values, by path and as it was written.
    """
    jobs = {job.key: job.path for job in resolved.jobs if _RUNS_JOBS in outside}
    refers = any(text.startswith(_MAY_REFER) for text in outside.values())
    secrets = {FETCHED.of(name): f"secrets.{name}" for name in resolved.secrets if refers}
    path = {**jobs, **secrets}.get(key)
    if path is None:
        return None
    return describe(
        f"variables whose values are outside the binding decide whether spec.{path} needs this object",
        hint="restore these values; or, to remove the object, remove the entry or write the values into the binding",
    )
