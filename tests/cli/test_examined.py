"""What an examination looks at comes from a cluster or from an export, and says what is missing in it."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from function.base.manifest import Json, text_at
from function.check.errors import UnreadableFileError
from function.cli.examined import from_cluster, from_files
from function.cli.kubectl import Answer
from function.doctor.examine import examine
from function.doctor.scan import KINDS
from tests.doctor.clusters import SYSTEM, Cluster, healthy


class Server:
    """Answers for a cluster as an API server does; paths with this text are forbidden."""

    def __init__(self, cluster: Cluster, forbidden: str = "never") -> None:
        self.cluster, self.forbidden, self.asked = cluster, forbidden, list[str]()

    def read(self, paths: Iterable[str]) -> list[Answer]:
        return [self.answer(path) for path in paths]

    def answer(self, path: str) -> Answer:
        self.asked.append(path)
        if self.forbidden in path:
            return Answer(None, "(Forbidden): no")
        if path == "/version":
            return Answer({"major": "1", "gitVersion": "v1.35.4"})
        plural, last = path.partition("?")[0].rsplit("/", 2)[-2:]
        for (kind, name), document in self.cluster.items():
            if name == last and plural == f"{kind.lower()}s":
                return Answer(document)
        items: list[Json] = [found for (kind, _), found in self.cluster.items() if f"{kind.lower()}s" == last]
        return Answer(
            {"apiVersion": text_at(items[0], "apiVersion"), "kind": f"{text_at(items[0], 'kind')}List", "items": items}
            if items
            else None
        )


def test_a_cluster_without_problems() -> None:
    server = Server(healthy())
    report = examine(from_cluster(server.read, "crossplane-system"))
    assert (report.findings, report.unread) == ((), ())
    assert report.components[0].version == "v1.35.4"
    assert len(server.asked) == len(set(server.asked))


def test_what_may_not_be_read_is_not_checked() -> None:
    scan = from_cluster(Server({}, "clusterroles").read, SYSTEM)
    assert scan.unread == {"ClusterRole"}
    assert from_cluster(Server(healthy(), "/services/").read, "x").unread == {"Service"}
    assert from_cluster(Server(healthy(), "/version").read, "x").kubernetes == ""


def exported(folder: Path, cluster: Cluster, *more: Json) -> str:
    path = folder / "export.json"
    path.write_text(json.dumps({"kind": "List", "items": [*cluster.values(), *more]}))
    return str(path)


def test_an_export_has_the_oldest_version_of_its_nodes(tmp_path: Path) -> None:
    nodes: list[Json] = [
        {
            "apiVersion": "v1",
            "kind": "Node",
            "metadata": {"name": version},
            "status": {"nodeInfo": {"kubeletVersion": version}},
        }
        for version in ("v1.35.4", "v1.34.1")
    ]
    scan = from_files([exported(tmp_path, healthy(), *nodes)], SYSTEM)
    assert scan.kubernetes == "v1.34.1"
    assert scan.unread == set()
    assert examine(scan).findings == ()


def test_kinds_that_an_export_does_not_contain_are_unread(tmp_path: Path) -> None:
    cluster = {key: document for key, document in healthy().items() if key[0] not in ("Service", "ClusterRole")}
    scan = from_files([exported(tmp_path, cluster)], SYSTEM)
    assert scan.unread == {"ClusterRole", "Service"}
    assert examine(scan).findings == ()
    assert from_files([exported(tmp_path, {})], SYSTEM).unread == set(KINDS)


def test_a_file_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        from_files([str(tmp_path / "none")], SYSTEM)


def test_crossplane_is_looked_for_in_its_namespace(tmp_path: Path) -> None:
    path = exported(tmp_path, healthy())
    assert [len(from_files([path], system).crossplane) for system in (SYSTEM, "other")] == [1, 0]
    assert from_cluster(Server(healthy()).read, "other").system == "other"
