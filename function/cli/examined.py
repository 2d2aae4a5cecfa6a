"""Collects what an examination looks at, from a cluster or from an export of one."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from function.base.manifest import Json, text_at
from function.check.supplied import supplied
from function.cli.kubectl import Answer
from function.doctor import wanted
from function.doctor.scan import KINDS, Scan
from function.doctor.version import oldest
from function.trace.inventory import inventory

Reader = Callable[[Iterable[str]], Sequence[Answer]]


def from_files(paths: Iterable[str], system: str) -> Scan:
    """Return the objects of an export; what it does not contain is unread. `system` is Crossplane's namespace."""
    known = inventory(resource.manifest for path in paths for resource in supplied(path))
    there = {(ref.group, ref.kind) for ref in known.objects}
    nodes = known.of_kind("", "Node")
    return Scan(
        inventory=known,
        unread=frozenset(kind for kind, source in KINDS.items() if (source.group, kind) not in there),
        kubernetes=oldest(text_at(node, "status", "nodeInfo", "kubeletVersion") for node in nodes),
        system=system,
    )


def from_cluster(read: Reader, system: str) -> Scan:
    """Return what the user may read of a cluster; `system` is Crossplane's namespace. Raises ClusterError."""
    first = wanted.at_first(system)
    documents, unread = _read(read, first)
    more, also = _read(read, wanted.then(_scan(documents, unread, system)))
    return _scan([*documents, *more], unread | also, system)


def _read(read: Reader, paths: Mapping[str, str]) -> tuple[list[Json], frozenset[str]]:
    """Return the documents, and the kinds of which something was refused."""
    answers = read(paths)
    unread = {kind for kind, answer in zip(paths.values(), answers, strict=True) if answer.refused}
    return [answer.document for answer in answers], frozenset(unread)


def _scan(documents: Iterable[Json], unread: frozenset[str], system: str) -> Scan:
    found = list(documents)
    versions = [text_at(document, "gitVersion") for document in found]
    version = next(filter(None, versions), "")
    return Scan(inventory=inventory(found), unread=unread, kubernetes=version, system=system)
