"""Compares files with those that follow from the settings of a suite, such as XRDs and Compositions."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from function.apis.registry import named_apis
from function.base.manifest import Json
from function.base.problems import describe
from function.base.suggestion import closest_match
from function.check.load import load_content
from function.check.platform import Platform
from function.check.resource import Resource
from function.plan.difference import Change, differences
from function.publish.argocd_health import HEALTH
from function.publish.own import schema_files
from function.suites.difference import pair
from function.suites.failure import Failure, differs
from function.suites.sources import Sources, usable
from function.yaml.dump import dump

_MOST = 5
"""Differences of a file: more are no help."""


def failures(expected: Mapping[str, str], settings: Platform, sources: Sources) -> Iterator[Failure]:
    """Yield where a file is not the one that `platformctl schema` writes under the given name."""
    config, document = settings.config, settings.document or {}
    made = schema_files(named_apis(config).values(), config, document, HEALTH, dump)
    for file, name in expected.items():
        place = ("generated", file)
        text = made.get(name)
        if text is None:
            near = closest_match(name, made)
            hint = f"did you mean {near}?" if near else "platformctl schema lists its files"
            yield Failure(place, describe(f"no file {name} is generated", hint=hint))
            continue
        found = usable(file, partial(sources.resources, [file]))
        wanted = load_content(name, text.encode()).resources
        for change in islice(differences(_values(wanted), _values(found)), _MOST):
            yield _differs(place, file, change)


def _values(resources: Sequence[Resource]) -> Json:
    """Return the only document, or all of them."""
    values: Sequence[Json] = [resource.value for resource in resources]
    return values[0] if len(values) == 1 else values


def _differs(place: tuple[str, str], file: str, change: Change) -> Failure:
    expected, got = pair(change)
    return differs(place, f"{file}: {change.path}", expected, got)
