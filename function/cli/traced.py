"""Finds a claim and what belongs to it, in a cluster or in an export of one."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from function.base.manifest import Json
from function.base.problems import describe
from function.base.suggestion import closest_match
from function.check.errors import UnusableFileError
from function.check.supplied import supplied
from function.cli.kubectl import Answer, ClusterError
from function.publish.kinds import kinds
from function.trace import wanted
from function.trace.family import Family
from function.trace.inventory import Inventory, inventory, ref_of
from function.trace.target import Found, Target, claims

_MOST, _COMPARED = 3, 1000
"""Claims and namespaces that a message lists, and names that it chooses a similar one from."""
_LONGEST_NAME = 253
_NO_PODS = "the export has no pods, so the tree ends at the Deployment"


class Traced(NamedTuple):
    """A claim with what is known to belong to it, and what could not be read."""

    family: Family
    refused: tuple[str, ...] = ()


def from_files(paths: Iterable[str], target: Target) -> Traced:
    """Return the claim of an export; raises UnusableFileError if there is none, or more than one."""
    known = inventory(resource.manifest for path in paths for resource in supplied(path))
    found = list(claims(target, known))
    if len(found) != 1:
        raise UnusableFileError("the export", _several(found) if found else _none(target, known))
    family = Family(api=found[0].api, claim=found[0].claim, inventory=known)
    return Traced(family, () if _has_pods(family) else (_NO_PODS,))


def from_cluster(read: Callable[[Iterable[str]], Sequence[Answer]], target: Target, namespace: str) -> Traced:
    """Return the claim of a cluster, with everything that the user may read; raises ClusterError."""
    documents: list[Json] = []
    refused: list[str] = []
    done: set[str] = set()
    plurals = {(kind.api_version, kind.kind): kind.plural for kind in kinds()}
    paths = wanted.of_target(target, namespace)
    while True:
        answers = read(paths)
        done |= {*paths}
        documents += [answer.document for answer in answers]
        refused += [answer.refused for answer in answers if answer.refused]
        family = _only(list(claims(target, inventory(documents))), inventory(documents), target, namespace, refused)
        paths = [path for path in dict.fromkeys(wanted.of_family(family, plurals)) if path not in done]
        if not paths:
            return Traced(family, tuple(refused))


def _only(found: Sequence[Found], known: Inventory, target: Target, namespace: str, refused: Sequence[str]) -> Family:
    if len(found) == 1:
        return Family(api=found[0].api, claim=found[0].claim, inventory=known)
    if found:
        raise ClusterError(_several(found))
    if refused:
        raise ClusterError(f"cannot read {target.name} in namespace {namespace}: {'; '.join(refused)}")
    listed = ",".join(f"{api.plural}.{target.group}" for api in target.apis)
    hint = f"kubectl get {listed} -A lists all"
    raise ClusterError(describe(f"no {_kinds(target)} {target.name} in namespace {namespace}", hint=hint))


def _has_pods(family: Family) -> bool:
    """Return whether the export has pods, or the API creates none."""
    runs_pods = any(kind == "Deployment" for kind, _ in family.api.makes)
    return not runs_pods or any(family.inventory.of_kind("", "Pod"))


def _several(found: Sequence[Found]) -> str:
    named = ", ".join(
        f"{ref.kind} {ref.namespace}/{ref.name}" for ref in (ref_of(same.claim) for same in found[:_MOST])
    )
    named += f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return describe("more than one claim has this name", got=named, hint="specify KIND/NAME and -n NAMESPACE")


def _none(target: Target, known: Inventory) -> str:
    of_kind = {api.kind for api in target.apis}
    refs = [ref for ref in known.objects if ref.group == target.group and ref.kind in of_kind]
    elsewhere = sorted({ref.namespace for ref in refs if ref.name == target.name and ref.namespace})
    there = [ref.name for ref in refs if target.namespace in (None, ref.namespace) and len(ref.name) <= _LONGEST_NAME]
    near = closest_match(target.name, there[:_COMPARED])
    where = f" in namespace {target.namespace}" if target.namespace else ""
    hint = f"there is one in namespace {', '.join(elsewhere[:_MOST])}" if elsewhere else ""
    hint = hint or (f"did you mean {near}?" if near else "")
    hint = hint if any(ref.kind for ref in known.objects) else "it has no objects; write it with kubectl get -o yaml"
    return describe(f"no {_kinds(target)} {target.name}{where}", hint=hint)


def _kinds(target: Target) -> str:
    return " or ".join(api.kind for api in target.apis)
