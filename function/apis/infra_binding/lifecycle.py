"""What an InfraBinding requires, and which of its objects may be removed.

Objects follow from entries: an object is removed if its entry is removed, or changed so that it needs no object. A
change to the platform's settings removes only a SecretStore, because it only describes how to read: every
ExternalSecret that still reads then refers to another one. The value of a variable outside the binding removes no
job and no secret.
"""

from collections.abc import Mapping

from function.apis.infra_binding.asked import Asked
from function.apis.infra_binding.dapr.dapr import PARTS as DAPR
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.isolation.isolation import POLICY
from function.apis.infra_binding.jobs.job import JOB
from function.apis.infra_binding.monitors.monitor import Monitor
from function.apis.infra_binding.monitors.monitors import PARTS as MONITORS
from function.apis.infra_binding.outside import undecided
from function.apis.infra_binding.preflight.job import PREFLIGHT
from function.apis.infra_binding.preflight.result import requirement
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.resources import ALWAYS
from function.apis.infra_binding.sections import SECTIONS
from function.apis.infra_binding.sections.secret_stores import FETCHED
from function.apis.infra_binding.terraform.workspace import WORKSPACE
from function.base.identity import Identity
from function.base.manifest import Json, text_at
from function.base.outcome import Requirement
from function.base.problems import describe
from function.delivery.live import asked, identity
from function.platform.config import PlatformConfig
from function.status.safety import UNEXPLAINED

_FETCHED = FETCHED.of("")
_PARTS = {part for models in SECTIONS.values() for model in models.values() for part in model.makes}
_PREFIXES = (
    JOB.of(""),
    POLICY.of(""),
    PREFLIGHT.of(""),
    WORKSPACE.of(""),
    *{part.of("") for part in (*_PARTS, *DAPR, *MONITORS)},
)
_SHARED = tuple({part.of("") for part in _PARTS if part.shared})


def emits(key: str) -> bool:
    """Return whether the key belongs to a binding."""
    return key in ALWAYS or key.startswith(_PREFIXES)


def keeps(resolved: Resolved, key: str, observed: Mapping[str, Json], outside: Mapping[str, str]) -> str | None:
    """Return why the observed object with this key must not be removed, or None if the spec does not need it.

    `outside` contains each text that depends on values outside the binding, by path and as it was written.
    """
    if key in ALWAYS or not emits(key):
        return UNEXPLAINED
    return _needed(resolved, key, observed) or undecided(resolved, key, outside)


def _needed(resolved: Resolved, key: str, observed: Mapping[str, Json]) -> str | None:
    for entry in resolved.entries:
        if key in entry.member.wants(entry.name, resolved.secrets) or _shares(resolved, entry, key, asked(observed)):
            return describe(
                f"this object exists and spec.{entry.path} still needs it, but it would be removed",
                hint="restore PlatformConfig or the entry, or remove the entry first; the topic or stream itself stays",
            )
    for job in resolved.jobs:
        if key == job.key and job.wanted:
            return describe(
                f"this object runs the process spec.{job.path}, and its removal would stop the process",
                hint="restore PlatformConfig or the entry, or remove the process first",
            )
    parts: tuple[Asked | Monitor, ...] = (*resolved.asked, *resolved.monitors)
    for part in parts:
        if key in part.wants:
            return describe(
                f"spec.{part.path} still needs this object, but it would be removed",
                hint="restore PlatformConfig, or remove the field first",
            )
    target = text_at(asked(observed), "spec", "target", "name") if key.startswith(_FETCHED) else None
    for name, secret in sorted(resolved.secrets.items()):
        if secret.existing and secret.name == target:
            return describe(
                f"removing this object would delete the Secret '{target}', which spec.secrets.{name} uses",
                hint="create a Secret with another name and refer to that one",
            )
    return None


def _shares(resolved: Resolved, entry: Entry, key: str, manifest: Mapping[str, Json]) -> bool:
    """Return whether the entry needs an object that several entries share, unless one of them has it as its own."""
    shared = {resource.key for resource in entry.made.shared}
    if key in shared:
        own = (resource.manifest for other in resolved.entries for resource in other.made.own)
        return identity(manifest) not in map(identity, own)
    return not shared and key.startswith(_SHARED) and entry.member.needs(manifest)


def requirements(identity: Identity, config: PlatformConfig, resolved: Resolved | None) -> Mapping[str, Requirement]:
    """Return the pods of the preflight, if there is one; otherwise, a binding depends only on its spec."""
    return requirement(resolved.preflight, identity.namespace) if resolved is not None else {}
