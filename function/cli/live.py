"""The claims of a tree as they are in a cluster now, with their composed resources."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote, urlencode

from function.apis.api import VERSION
from function.base.identity import Scope
from function.base.manifest import Json, Manifest, items_at, mapping_at, text_at
from function.base.printable import printable
from function.base.problems import describe
from function.check.load import load_content
from function.check.platform import Platform
from function.check.tree import Tree, composed_of, tree
from function.cli.kubectl import ClusterError, Kubectl
from function.delivery.live import OBJECT
from function.plan.claims import ClaimId
from function.publish.kinds import kinds

_NAME = "the cluster"
_OBJECT_GROUP = "kubernetes.m.crossplane.io"
_OBJECTS = "/apis/kubernetes.crossplane.io/v1alpha2/objects"
_CLAIM_NAMESPACE, _COMPOSITE = "crossplane.io/claim-namespace", "crossplane.io/composite"


def live(wanted: Iterable[ClaimId], platform: Platform, scope: Scope, cluster: Kubectl) -> Tree:
    """Return those of the claims that exist; raises ClusterError."""
    claims = set(wanted)
    places = sorted({_path(claim, platform) for claim in claims})
    lists = _read(cluster, places)
    missing = [place for place in places if place not in lists]
    if missing:
        name = f"{missing[0].rpartition('/')[2]}.{platform.group}"
        hint = "is it another cluster, or another group of --platform-config?"
        raise ClusterError(describe(f"the cluster does not have {name}", hint=hint))
    found = [item for path in lists for item in _items(lists[path], path)]
    _check_scope(found, scope)
    loaded = tree((load_content(_NAME, json.dumps(item).encode()) for item in found), platform)
    existing = {claim: checked for claim, checked in loaded.claims.items() if claim in claims}
    namespaces = sorted({claim.namespace for claim in existing})
    paths = _of_claims(namespaces) if scope == "claims" else _of_composites(namespaces, found)
    answers = _read(cluster, paths)
    return Tree(existing, composed_of((item for path in answers for item in _items(answers[path], path)), platform))


def _read(cluster: Kubectl, paths: Sequence[str]) -> dict[str, Json]:
    """Return what is at each path; what does not exist is left out."""
    answers = dict(zip(paths, cluster.read(paths), strict=True))
    for path, answer in answers.items():
        if answer.refused:
            raise ClusterError(f"the cluster refuses to return {printable(path)}: {printable(answer.refused)}")
    return {path: answer.document for path, answer in answers.items() if answer.document is not None}


def _path(claim: ClaimId, platform: Platform) -> str:
    """Return where the API server has the claims of a kind in a namespace."""
    plural = platform.api_of(claim.kind).plural
    return f"/apis/{platform.group}/{VERSION}/namespaces/{quote(claim.namespace, safe='')}/{plural}"


def _items(listed: Json, path: str) -> Iterator[Manifest]:
    """Yield the items of a list; the API server leaves the kind out of them if it is the kind of the list."""
    head = {"apiVersion": text_at(listed, "apiVersion"), "kind": text_at(listed, "kind").removesuffix("List")}
    if not head["kind"]:
        raise ClusterError(f"the cluster's answer to {printable(path)} is not a list")
    yield from ({**head, **item} for item in items_at(listed, "items") if isinstance(item, Mapping))


def _check_scope(found: Iterable[Manifest], scope: Scope) -> None:
    """Raise ClusterError if the API is installed in the other scope."""
    for item in found:
        spec = mapping_at(item, "spec")
        is_claim = "resourceRef" in spec or "compositionRef" in spec
        if ("crossplane" in spec and scope == "claims") or (is_claim and scope == "namespaced"):
            what, other = ("a claim", "claims") if is_claim else ("a namespaced composite", "namespaced")
            name = f"{text_at(item, 'metadata', 'namespace')}/{text_at(item, 'metadata', 'name')}"
            hint = f"use --scope {other}"
            raise ClusterError(describe(f"{text_at(item, 'kind')} {name} in the cluster is {what}", hint=hint))


def _of_claims(namespaces: Iterable[str]) -> list[str]:
    """Return where the Objects of all claims in namespaces are."""
    return [f"{_OBJECTS}?{urlencode({'labelSelector': f'{_CLAIM_NAMESPACE}={name}'})}" for name in namespaces]


def _of_composites(namespaces: Iterable[str], found: Iterable[Manifest]) -> list[str]:
    """Return where the composed resources of all composites in namespaces are, by the kinds that they refer to."""
    plurals = {(kind.api_version.rpartition("/")[0], kind.kind): kind.plural for kind in kinds()}
    plurals[_OBJECT_GROUP, OBJECT] = "objects"
    references = (mapping_at(ref) for item in found for ref in items_at(item, "spec", "crossplane", "resourceRefs"))
    used = {(text_at(reference, "apiVersion"), text_at(reference, "kind")) for reference in references}
    known = {
        (version, plural)
        for version, kind in used
        if (plural := plurals.get((version.rpartition("/")[0], kind))) is not None
    }
    query = urlencode({"labelSelector": _COMPOSITE})
    return [
        f"/{'apis' if '/' in version else 'api'}/{version}/namespaces/{name}/{plural}?{query}"
        for name in namespaces
        for version, plural in sorted(known)
    ]
