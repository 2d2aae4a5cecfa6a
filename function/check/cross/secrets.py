"""Secrets that one document of the tree creates and another one uses under another name, namespace, or key."""

import re
from collections.abc import Iterator, Sequence

from function.apis.links import SecretUse
from function.base.problems import describe, shown
from function.base.suggestion import closest_match
from function.check.cross.mark import Claim, compatible
from function.check.cross.writers import Writer
from function.check.finding import Finding

_DIGITS = re.compile("[0-9]+")
_MOST_LISTED = 12


def all_writers(claims: Sequence[Claim], writers: Sequence[Writer]) -> list[Writer]:
    """Return the Secrets that claims and other manifests create."""
    own = [
        Writer(claim.namespace, write.name, write.keys, claim.mark(write.path))
        for claim in claims
        for write in claim.links.writes
    ]
    return [*own, *writers]


def mismatches(claims: Sequence[Claim], writers: Sequence[Writer]) -> Iterator[Finding]:
    """Yield a warning about each Secret that a claim needs and the tree creates, but not as the claim needs it."""
    by_name: dict[str, list[Writer]] = {}
    for found in writers:
        by_name.setdefault(found.name, []).append(found)
    wanted = {use.name for claim in claims for use in claim.links.uses}
    unused = [found for found in writers if found.name not in wanted]
    for claim in claims:
        for use in claim.links.uses:
            named = by_name.get(use.name, [])
            here = [found for found in named if compatible(found.namespace, claim.namespace)]
            if here:
                yield from _keys(claim, use, here)
            elif named:
                yield _elsewhere(claim, use, named[0])
            else:
                yield from _similar(claim, use, unused)


def _elsewhere(claim: Claim, use: SecretUse, found: Writer) -> Finding:
    message = describe(
        f"{found.mark} creates Secret {shown(use.name)} in namespace {found.namespace}, and pods read only Secrets of "
        "their own namespace",
        got=f"namespace {claim.namespace}",
        hint="create the Secret in the namespace of the claim",
    )
    return claim.finding(use.path, "EP503", message, found.mark)


def _similar(claim: Claim, use: SecretUse, unused: Sequence[Writer]) -> Iterator[Finding]:
    """Yield a warning if nobody uses a Secret of this namespace whose name differs by a typo."""
    names = {found.name: found for found in unused if compatible(found.namespace, claim.namespace)}
    near = closest_match(use.name, (name for name in names if _alike(name, use.name)))
    if near:
        message = describe(
            f"nothing in the tree creates it, but {names[near].mark} creates Secret {shown(near)}, which no claim uses",
            got=shown(use.name),
            hint="use the same name in both",
        )
        yield claim.finding(use.path, "EP503", message, names[near].mark, suggestion=near)


def _alike(name: str, other: str) -> bool:
    """Return whether names differ in at most two characters next to each other, and not only in a number."""
    if _DIGITS.sub("0", name) == _DIGITS.sub("0", other):
        return False
    start = next((at for at, pair in enumerate(zip(name, other, strict=False)) if pair[0] != pair[1]), None)
    start = min(len(name), len(other)) if start is None else start
    for left in range(3):
        for right in range(3):
            if name[start + left :] == other[start + right :]:
                return True
    return False


def _keys(claim: Claim, use: SecretUse, found: Sequence[Writer]) -> Iterator[Finding]:
    known: set[str] = set()
    for writer in found:
        if writer.keys is None:
            return
        known |= writer.keys
    for key, path in use.keys.items():
        if key not in known:
            near = closest_match(key, known)
            listed = f"its keys are {', '.join(sorted(known)[:_MOST_LISTED])}" if known else "it has no keys"
            message = describe(
                f"{found[0].mark} creates Secret {shown(use.name)} without this key",
                got=shown(key),
                hint=f"did you mean '{near}'?" if near else listed,
            )
            yield claim.finding(path, "EP504", message, found[0].mark, suggestion=near)


def twice(claims: Sequence[Claim], writers: Sequence[Writer]) -> Iterator[Finding]:
    """Yield a warning about each claim that creates a Secret which another document creates as well."""
    first: dict[str, list[Writer]] = {}
    for found in writers:
        first.setdefault(found.name, []).append(found)
    for claim in claims:
        for write in claim.links.writes:
            place = claim.mark(write.path)
            others = [
                found
                for found in first.get(write.name, ())
                if found.object_id not in claim.links.objects and compatible(found.namespace, claim.namespace)
            ]
            if others:
                message = describe(
                    f"{others[0].mark} creates the same Secret, so each overwrites the other",
                    got=shown(write.name),
                    hint="set another target_name, or remove one of them",
                )
                yield claim.finding(write.path, "EP505", message, others[0].mark)
            first.setdefault(write.name, []).append(Writer(claim.namespace, write.name, write.keys, place))
