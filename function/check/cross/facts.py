"""What the documents of a file contribute to the comparison of a tree."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from function.base.manifest import mapping_at, text_at
from function.check.check_file import HARMLESS, CheckedFile
from function.check.cross.creations import Creation, creations
from function.check.cross.mark import Claim
from function.check.cross.scalers import Scaler, scaler
from function.check.cross.writers import Writer, writer
from function.check.load import LoadedFile
from function.check.resource import Resource


class Facts(NamedTuple):
    """The valid claims, and what other manifests create."""

    claims: tuple[Claim, ...] = ()
    creations: tuple[Creation, ...] = ()
    writers: tuple[Writer, ...] = ()
    invalid: tuple[tuple[str, str], ...] = ()
    """Namespace and name of the claims with errors."""
    scalers: tuple[Scaler, ...] = ()


def facts(file: LoadedFile, checked: CheckedFile) -> Facts:
    """Return the facts of a file that was checked with `linked`."""
    claims = [Claim(found.resource, found.links) for found in checked.resources if found.links is not None]
    ours = {(found.resource.document, found.resource.node.range) for found in checked.resources}
    others = [found for found in _readable(file) if (found.document, found.node.range) not in ours]
    return Facts(
        tuple(claims),
        tuple(creation for other in others for creation in creations(other)),
        tuple(found for other in others if (found := writer(other)) is not None),
        tuple(_named(found.resource) for found in checked.resources if found.links is None),
        tuple(scales for other in others if (scales := scaler(other)) is not None),
    )


def together(parts: Iterable[Facts]) -> Facts:
    """Return the facts of all files, in their order."""
    files = list(parts)
    return Facts(
        tuple(claim for file in files for claim in file.claims),
        tuple(creation for file in files for creation in file.creations),
        tuple(writer for file in files for writer in file.writers),
        tuple(name for file in files for name in file.invalid),
        tuple(scaler for file in files for scaler in file.scalers),
    )


def _named(resource: Resource) -> tuple[str, str]:
    """Return namespace and name of a claim, also if it is written as the composite of a claim."""
    claim = mapping_at(resource.value, "spec", "claimRef") or mapping_at(resource.value, "metadata")
    return text_at(claim, "namespace"), text_at(claim, "name")


def _readable(file: LoadedFile) -> Iterator[Resource]:
    for document in file.documents:
        if all(finding.code in HARMLESS for finding in document.findings):
            yield from document.resources
