"""Why provider-kubernetes could not apply an object, from its error messages as recorded with version 1.2.1."""

import re
from collections.abc import Callable
from re import Match

from function.base.manifest import text_at
from function.status.observation import Observation
from function.status.reason import Cause
from function.status.reasons import applying as reasons
from function.status.sanitize import sanitize


def cause(observation: Observation) -> Cause | None:
    """Return why the object is not applied, or None if the provider reports no error."""
    return explain(observation.failure, text_at(observation.manifest, "kind")) if observation.failure else None


def explain(text: str, kind: str) -> Cause:
    """Return the cause behind a provider's error message about an object of `kind`."""
    for pattern, because in _MESSAGES:
        match = pattern.search(text)
        if match:
            return because(match, kind)
    return reasons.APPLY_FAILED.because(kind=kind, detail=sanitize(text))


def _denied(match: Match[str], kind: str) -> Cause:
    group = match["group"]
    resource = f"{match['resource']}.{group}" if group else match["resource"]
    return reasons.PROVIDER_DENIED.because(verb=match["verb"], resource=resource)


def _refused_by_policy(match: Match[str], kind: str) -> Cause:
    return reasons.ADMISSION_DENIED.because(
        policy=f"the policy '{match['policy']}'", what=kind, detail=sanitize(match["detail"])
    )


def _refused_by_quota(match: Match[str], kind: str) -> Cause:
    detail = f"{', '.join(requested(match['requested']))} exhausted"
    return reasons.ADMISSION_DENIED.because(policy=f"the quota '{match['quota']}'", what=kind, detail=detail)


def _invalid(match: Match[str], kind: str) -> Cause:
    if "field is immutable" in match["detail"]:
        return reasons.IMMUTABLE_FIELD.because(field=match["detail"].partition(":")[0], kind=kind)
    return reasons.REFUSED.because(kind=kind, detail=sanitize(match["detail"]))


def requested(text: str) -> list[str]:
    """Return the resources in a quota message (pods=1, requests.cpu=500m), sorted; their amounts change too often."""
    return sorted(part.partition("=")[0].strip() for part in text.split(","))


QUOTA = re.compile(r"exceeded quota: (?P<quota>[^,]{1,253}), requested: (?P<requested>.{0,1000}?), used: ")

_MESSAGES: tuple[tuple[re.Pattern[str], Callable[[Match[str], str], Cause]], ...] = (
    (
        re.compile(r'cannot get provider config: [^"]{0,253}"(?P<name>[^"]{1,253})" not found'),
        lambda match, kind: reasons.PROVIDER_CONFIG_MISSING.because(name=match["name"]),
    ),
    (
        re.compile(r'no matches for kind "(?P<kind>[^"]{1,253})" in version "(?P<version>[^"]{1,253})"'),
        lambda match, kind: reasons.CRD_MISSING.because(kind=match["kind"], version=match["version"]),
    ),
    (
        re.compile(r'namespaces "(?P<namespace>[^"]{1,253})" not found'),
        lambda match, kind: reasons.NAMESPACE_NOT_FOUND.because(namespace=match["namespace"]),
    ),
    (QUOTA, _refused_by_quota),
    (
        re.compile(
            r'cannot (?P<verb>\w{1,63}) resource "(?P<resource>[^"]{1,253})" in API group "(?P<group>[^"]{0,253})"'
        ),
        _denied,
    ),
    (
        re.compile(r'admission webhook "(?P<policy>[^"]{1,253})" denied the request:? ?(?P<detail>.*)', re.DOTALL),
        _refused_by_policy,
    ),
    (
        re.compile(
            r"ValidatingAdmissionPolicy '(?P<policy>[^']{1,253})' .{0,500}?denied request: (?P<detail>.*)", re.DOTALL
        ),
        _refused_by_policy,
    ),
    (re.compile(r'"[^"]*" is invalid: (?P<detail>.*)', re.DOTALL), _invalid),
)
"""Patterns in order; the first match decides."""
