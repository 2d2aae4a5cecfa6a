"""Decides which objects are ours, and finds their errors."""

from collections.abc import Sequence
from dataclasses import replace

from function.apis.checked import Checked
from function.base.manifest import Manifest, text_at
from function.base.problems import Problem, describe, errors
from function.base.request import Fetch
from function.base.suggestion import closest_match
from function.check.envelope import unknown_fields, without_consequences
from function.check.namespace import namespace_problems, with_namespace
from function.check.platform import Platform, parsed
from function.platform import config as platform_config
from function.render import check, checked


def judge(manifest: Manifest, platform: Platform) -> list[Problem] | None:
    """Return the problems of an object, or None if it is not ours.

    An object is ours if it has one of our kinds or our group, because the other part may be mistyped.
    """
    found = judged(manifest, platform)
    return None if found is None else found.problems


def judged(manifest: Manifest, platform: Platform, fetch: Fetch | None = None) -> Checked | None:
    """Return the problems, as `judge` does, and what an object without errors has in common with others.

    `fetch` returns objects that claims read.
    """
    kind, group = text_at(manifest, "kind"), text_at(manifest, "apiVersion").partition("/")[0]
    if kind == platform_config.KIND and group in (platform_config.API_VERSION.partition("/")[0], platform.group):
        return Checked(parsed(manifest, "")[1])
    if kind in platform.kinds:
        return _checked(manifest, platform, fetch)
    if group == platform.group:
        return Checked(_unknown_kind(check(manifest, platform.document)))
    return None


def _checked(manifest: Manifest, platform: Platform, fetch: Fetch | None) -> Checked:
    unknown = unknown_fields(manifest, platform.api_of(text_at(manifest, "kind")).spec)
    found = checked(with_namespace(manifest, platform), platform.document, fetch)
    placed = namespace_problems(manifest, platform)
    problems = [
        *placed,
        *without_consequences(_hinted(found.problems, manifest, platform), manifest, unknown),
        *unknown,
    ]
    return Checked(problems, None if errors([*placed, *unknown]) else found.links)


def _hinted(problems: Sequence[Problem], manifest: Manifest, platform: Platform) -> list[Problem]:
    """Add what is probably forgotten if only the built-in settings say that a group is wrong."""
    group = text_at(manifest, "apiVersion").partition("/")[0]
    if platform.document is not None or not group or closest_match(group, [platform.group]):
        return [*problems]
    hint = "if this is the group of your platform, add --platform-config"
    return [
        replace(problem, message=describe(problem.message, hint=hint)) if problem.path == "apiVersion" else problem
        for problem in problems
    ]


def _unknown_kind(problems: list[Problem]) -> list[Problem]:
    """Return the problems of an unknown kind: warnings if it resembles none of ours, as it is probably another API."""
    if any(problem.suggestion for problem in problems):
        return problems
    return [replace(problem, severity="warning") for problem in problems if problem.path == "kind"]
