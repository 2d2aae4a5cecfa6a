"""Loads the claims of files and folders, and from an export of the cluster also their composed resources."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from function.apis.composite import identity_of
from function.apis.implementations import implementation
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.check import files
from function.check.check_file import CheckedFile, CheckedResource, check_file
from function.check.errors import InvalidFileError, UnusableFileError
from function.check.load import LoadedFile, load_file
from function.check.namespace import with_namespace
from function.check.platform import Platform
from function.delivery.live import KEY
from function.plan.claims import ClaimId
from function.platform import config as platform_config

_CLAIM_NAME, _CLAIM_NAMESPACE = "crossplane.io/claim-name", "crossplane.io/claim-namespace"
_COMPOSITE = "crossplane.io/composite"


class Tree(NamedTuple):
    """The claims, and their composed resources by claim and key."""

    claims: Mapping[ClaimId, CheckedResource]
    composed: Mapping[ClaimId, Mapping[str, Manifest]]


def load_tree(path: str, platform: Platform) -> Tree:
    """Return the claims in a file or folder, or in standard input for "-".

    Raises UnreadableFileError, InvalidFileError if a document cannot be read or its kind is mistyped, because its claim
    would look deleted, and UnusableFileError if a claim occurs twice.
    """
    discovered = files.discover([path])
    for error in discovered.unreadable:
        raise error
    claims: dict[ClaimId, CheckedResource] = {}
    composites: dict[ClaimId, CheckedResource] = {}
    composed: dict[ClaimId, dict[str, Manifest]] = {}
    for name in discovered.paths:
        file = load_file(name)
        for claim, found in _claims(file, check_file(file, platform), platform):
            of_claim = found.kind not in platform.names.values()
            _add(composites if of_claim else claims, claim, found)
        for claim, key, manifest in _composed(file, platform):
            composed.setdefault(claim, {})[key] = manifest
    return Tree({**composites, **claims}, composed)


def _add(claims: dict[ClaimId, CheckedResource], claim: ClaimId, found: CheckedResource) -> None:
    if claim in claims:
        first, second = claims[claim].resource, found.resource
        reason = f"line {second.node.range.line}: {claim.kind} {claim.namespace}/{claim.name} is also in {first.file}"
        raise UnusableFileError(second.file, f"{reason}, line {first.node.range.line}")
    claims[claim] = found


def _claims(file: LoadedFile, checked: CheckedFile, platform: Platform) -> Iterable[tuple[ClaimId, CheckedResource]]:
    if checked.unreadable:
        raise InvalidFileError(file.name, map(str, checked.unreadable))
    for found in checked.resources:
        if found.kind == platform_config.KIND:
            continue
        claim = _id(found, platform)
        if claim is None and found.failed:
            raise InvalidFileError(file.name, map(str, found.findings))
        if claim is not None:
            yield claim, found


def _id(found: CheckedResource, platform: Platform) -> ClaimId | None:
    if found.kind not in platform.kinds:
        return None
    api = platform.api_of(found.kind)
    identity = identity_of(api, with_namespace(found.resource.manifest, platform))[0]
    return ClaimId(identity.namespace, api.kind, identity.name) if identity else None


def _composed(file: LoadedFile, platform: Platform) -> Iterable[tuple[ClaimId, str, Manifest]]:
    """Yield the resources that our APIs have composed, by their keys; those of other steps are left out."""
    for resource in file.resources:
        metadata = mapping_at(resource.manifest, "metadata")
        key = text_at(metadata, "annotations", KEY)
        for kind, name in platform.names.items():
            if key and implementation(kind).emits(key):
                yield _owner(metadata, name), key, resource.manifest


def _owner(metadata: Mapping[str, Json], kind: str) -> ClaimId:
    """Return the claim or namespaced composite that Crossplane's labels name."""
    labels = mapping_at(metadata, "labels")
    if _CLAIM_NAME in labels:
        return ClaimId(text_at(labels, _CLAIM_NAMESPACE), kind, text_at(labels, _CLAIM_NAME))
    return ClaimId(text_at(metadata, "namespace"), kind, text_at(labels, _COMPOSITE))
