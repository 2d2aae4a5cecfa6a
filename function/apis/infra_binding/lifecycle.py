"""What an InfraBinding requires, and which of its objects may be removed.

Objects follow from entries: an object is removed if its entry is removed, or changed so that it needs no object. A
change to the platform's settings never removes one. A SecretStore may always be removed, because it only describes how
to read: every ExternalSecret that still reads refers to another one.
"""

from collections.abc import Mapping

from function.apis.infra_binding.jobs.job import JOB
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.resources import ALWAYS
from function.apis.infra_binding.sections import SECTIONS
from function.apis.infra_binding.sections.secret_stores import FETCHED
from function.base.identity import Identity
from function.base.manifest import Json, text_at
from function.base.outcome import Requirement
from function.base.problems import describe
from function.delivery.live import asked
from function.platform.config import PlatformConfig
from function.status.safety import UNEXPLAINED

_FETCHED = FETCHED.of("")
_PREFIXES = (
    JOB.of(""),
    *{
        part.of("")
        for models in SECTIONS.values()
        for model in models.values()
        for part in model.makes
        if not part.shared
    },
)


def emits(key: str) -> bool:
    """Return whether the key belongs to a binding."""
    return key in ALWAYS or key.startswith(_PREFIXES)


def keeps(resolved: Resolved, key: str, observed: Mapping[str, Json]) -> str | None:
    """Return why the observed object with this key must not be removed, or None if the spec does not need it."""
    if key in ALWAYS:
        return UNEXPLAINED
    for entry in resolved.entries:
        if key in entry.member.wants(entry.name, resolved.secrets):
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
    target = text_at(asked(observed), "spec", "target", "name") if key.startswith(_FETCHED) else None
    for name, secret in sorted(resolved.secrets.items()):
        if secret.existing and secret.name == target:
            return describe(
                f"removing this object would delete the Secret '{target}', which spec.secrets.{name} uses",
                hint="create a Secret with another name and refer to that one",
            )
    return None


def requirements(identity: Identity, config: PlatformConfig, resolved: Resolved | None) -> Mapping[str, Requirement]:
    """Return nothing: a binding depends only on its spec."""
    return {}
