"""Which objects are ours, and what is wrong with them."""

from dataclasses import replace

from function.apis.registry import APIS
from function.base.manifest import Manifest, mapping_at, text_at
from function.base.problems import Problem
from function.base.validation import parse
from function.check.platform import Platform
from function.platform import config as platform_config
from function.render import check

DEFAULT_NAMESPACE = "default"
"""The namespace kubectl uses for an object that names none, unless its context says otherwise."""
_NO_NAMESPACE = Problem(
    path="metadata.namespace",
    message="not given, so it depends on who applies this. name the namespace here",
    code="EP302",
    severity="warning",
)
KINDS = frozenset(name for api in APIS.values() for name in (api.kind, api.composite_kind))
"""Claims, namespaced composites, and the composites behind claims."""


def judge(manifest: Manifest, platform: Platform) -> list[Problem] | None:
    """Return what is wrong with an object, or None where it is not ours.

    Ours is every object of one of our kinds, or of our group: the other half may be mistyped.
    """
    kind, group = text_at(manifest, "kind"), text_at(manifest, "apiVersion").partition("/")[0]
    if kind == platform_config.KIND and group == platform_config.API_VERSION.partition("/")[0]:
        return parse(platform_config.Document, manifest, "")[1]
    if kind in KINDS:
        return _checked(manifest, platform)
    if group == platform.group:
        return _unknown_kind(check(manifest, platform.document))
    return None


def with_namespace(manifest: Manifest) -> Manifest:
    """Return a claim with a namespace: its own, or the one kubectl would use. Other objects stay as they are."""
    metadata = manifest.get("metadata")
    if text_at(manifest, "kind") not in APIS or not isinstance(metadata, dict) or metadata.get("namespace") is not None:
        return manifest
    return {**manifest, "metadata": {**mapping_at(manifest, "metadata"), "namespace": DEFAULT_NAMESPACE}}


def _checked(manifest: Manifest, platform: Platform) -> list[Problem]:
    whole = with_namespace(manifest)
    advice = [] if whole is manifest else [_NO_NAMESPACE]
    return [*advice, *check(whole, platform.document)]


def _unknown_kind(problems: list[Problem]) -> list[Problem]:
    """Return the problems of a mistyped kind; one that resembles none of ours is probably another API, so a warning."""
    if any(problem.suggestion for problem in problems):
        return problems
    return [replace(problem, severity="warning") for problem in problems if problem.path == "kind"]
