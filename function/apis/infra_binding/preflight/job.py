"""The Job that runs the preflight of a binding: another document or image is another Job.

Nothing in a Job's template can be changed, so its name and its key contain a digest of all that it depends on.
Crossplane removes the Job of the document before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from function.apis.infra_binding.member import Part
from function.apis.infra_binding.names import fields_digest, preflight_name
from function.apis.infra_binding.preflight.plan import Plan
from function.base.condition import DEPENDENCIES_READY
from function.base.labels import COMPONENT
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.base.preflight import COMMAND, CREDENTIALS, plan
from function.base.preflight_target import Question, SecretKey, Target
from function.delivery.resource import Resource
from function.manifests import job
from function.platform.config import PlatformConfig
from function.readiness.job import READINESS

PREFLIGHT = Part(key="preflight", kind=job.KIND.kind, made="for each document of a binding with `preflight`")
_COMPONENT = "preflight"
"""The component label of the pods, which NetworkPolicies can select."""


@dataclass(frozen=True)
class Preflight:
    """What is checked, and the Job that does, if there is anything to do."""

    plan: Plan
    job: Resource | None

    @property
    def job_name(self) -> str:
        """Return the name of the Job, "" if there is none."""
        return self.job.object_id[-1] if self.job is not None else ""


def preflight(found: Plan | None, meta: Meta, config: PlatformConfig, document: Mapping[str, str]) -> Preflight | None:
    """Return the preflight of the binding with this document."""
    if found is None:
        return None
    image = config.preflight.image
    return Preflight(found, _job(found, image, meta, document) if image and found.targets else None)


def _job(found: Plan, image: str, meta: Meta, document: Mapping[str, str]) -> Resource:
    labelled = replace(meta, labels={**meta.labels, COMPONENT: _COMPONENT})

    def named(name: str) -> Manifest:
        return job.manifest(
            labelled,
            name=name,
            container=_COMPONENT,
            image=image,
            args=[COMMAND, plan(found.targets)],
            files=job.Files(CREDENTIALS, _files(found.targets)),
        )

    digest = fields_digest([meta.namespace, meta.name, named("")["spec"], dict(document)])
    return Resource(PREFLIGHT.of(digest), named(preflight_name(meta.name, digest)), READINESS, about=DEPENDENCIES_READY)


def _files(targets: Iterable[Target]) -> dict[str, dict[str, str]]:
    """Return the name of the file for each key of each Secret that a question needs."""
    needed: set[SecretKey] = {
        key for target in targets if isinstance(target, Question) for _, key in target.credentials
    }
    found: dict[str, dict[str, str]] = {}
    for key in sorted(needed):
        found.setdefault(key.secret, {})[key.key] = key.file
    return found
