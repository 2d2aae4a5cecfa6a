"""Compares the objects of a claim with those that a case expects."""

from collections.abc import Iterator, Mapping, Sequence

from function.base.counted import counted
from function.base.manifest import Json, Manifest, items_at, mapping_at, text_at
from function.base.problems import describe
from function.check.steps import named, steps, value_at
from function.suites.difference import adapted, differences
from function.suites.failure import Failure, Place, differs
from function.suites.model.expect import ExpectedObject

_MOST_NAMED = 20


def compared(
    expected: Sequence[ExpectedObject], written: Json, objects: Sequence[Manifest], place: Place
) -> Iterator[Failure]:
    """Yield what differs; `written` is `expect` as it is written, and `place` is where."""
    for position, wanted in enumerate(expected):
        at = (*place, "objects", position)
        found = [manifest for manifest in objects if _is(wanted, manifest)]
        failure = _count(wanted, found, objects, at)
        if failure:
            yield failure
            continue
        fields = mapping_at(items_at(written, "objects")[position], "fields")
        for manifest in found:
            about = f"{text_at(manifest, 'kind')} {text_at(manifest, 'metadata', 'name')}"
            yield from values(fields, manifest, (*at, "fields"), about, one=len(found) == 1)
            yield from _absent(wanted, manifest, at, about)


def values(expected: Mapping[str, Json], found: Json, place: Place, about: str, *, one: bool) -> Iterator[Failure]:
    """Yield the values by path that differ; with `one`, each expected value is about one object, so it has one edit."""
    for path, value in expected.items():
        at = (*place, path)
        if not steps(path):
            yield Failure(
                at, describe("is no path of a value", hint="write spec.replicas, or [KEY] for a key with a dot")
            )
            continue
        there = value_at(found, steps(path))
        if there is None:
            hint = "list the path in absent" if "fields" in place else ""
            yield Failure(at, describe(f"{about}: has no {path}", hint=hint))
            continue
        right = adapted(value, there.value) if one else None
        if value is None:
            hint = "--update writes it"
            yield differs(at, about, f"a value of {path}", "none in the suite", edit=right)._replace(
                message=describe(f"{about}: {path} has no expected value", hint=hint)
            )
            continue
        for found_one in differences(value, there.value, named(found, steps(path))):
            inner = (*at, *found_one.inside)
            message = f"{about}: {found_one.path}"
            yield differs(inner, message, found_one.expected, found_one.got, edit=right, where=at)


def _count(wanted: ExpectedObject, found: Sequence[Manifest], objects: Sequence[Manifest], at: Place) -> Failure | None:
    number = len(found)
    selected = " ".join(part for part in (wanted.kind, wanted.name) if part)
    if wanted.count is not None:
        if number == wanted.count:
            return None
        return differs((*at, "count"), f"objects {selected}", str(wanted.count), str(number), edit=number)
    if number == 1:
        return None
    if not number:
        names = [f"{text_at(each, 'kind')} {text_at(each, 'metadata', 'name')}" for each in objects]
        more = [] if len(names) <= _MOST_NAMED else [f"{len(names) - _MOST_NAMED} more"]
        return Failure(
            (*at, "kind"), describe(f"no object {selected}", got=", ".join([*names[:_MOST_NAMED], *more]) or "none")
        )
    hint = "select one with name, or set count"
    return Failure((*at, "kind"), describe(f"{counted(number, 'object')} {selected}", hint=hint))


def _absent(wanted: ExpectedObject, manifest: Manifest, at: Place, about: str) -> Iterator[Failure]:
    for position, path in enumerate(wanted.absent):
        there = value_at(manifest, steps(path))
        if there is not None:
            got = next(differences(None, there.value, named(manifest, steps(path)))).got
            yield differs((*at, "absent", position), f"{about}: {path}", "nothing", got)


def _is(wanted: ExpectedObject, manifest: Manifest) -> bool:
    given = {
        "kind": wanted.kind,
        "apiVersion": wanted.api_version,
        "namespace": wanted.namespace,
        "name": wanted.name,
    }
    own = {**mapping_at(manifest, "metadata"), "kind": manifest["kind"], "apiVersion": manifest["apiVersion"]}
    return all(value is None or own.get(key) == value for key, value in given.items())
