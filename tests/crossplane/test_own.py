"""Another organization's files, judged by Crossplane's and Kubernetes' own code."""

import gzip
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from function.cli.xpkg import xpkg
from function.publish.configuration import Packages
from function.publish.own import SCOPES, package
from function.yaml.dump import dump
from tests.crossplane.real import Crossplane
from tests.publish.test_own import APIS, CONFIG, FILES, SETTINGS


@pytest.mark.parametrize("name", sorted(name for name in FILES if name.startswith("apis/") and name.endswith(".yaml")))
def test_the_api_server_takes_the_definitions(name: str, programs: Mapping[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "definition.yaml"
    path.write_text(FILES[name])
    done = subprocess.run([programs["xrdcheck"], path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_api_server_refuses_a_size_of_the_product(programs: Mapping[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "definition.yaml"
    path.write_text(FILES["apis/worker/namespaced.yaml"])
    example = yaml.safe_load(FILES["examples/worker.yaml"])
    claims = [
        {**example, "metadata": {"name": size, "namespace": "shop"}, "spec": {**example["spec"], "size": size}}
        for size in ("xs", "xl", "small")
    ]
    found = Crossplane(programs, tmp_path, address="").findings_by_name([path], claims)
    assert list(found) == ["small"]
    assert 'Unsupported value: "small": supported values: "xs", "xl"' in found["small"][0]


@pytest.mark.parametrize("scope", SCOPES)
def test_crossplane_reads_the_package(scope: str, programs: Mapping[str, Path], tmp_path: Path) -> None:
    (found,) = [known for known in SCOPES if known == scope]
    text = dump(package(APIS.values(), CONFIG, SETTINGS, name="acme", scope=found, packages=Packages()))
    (tmp_path / "acme.xpkg").write_bytes(xpkg(text))
    command: list[str | Path] = [
        programs["crossplane"],
        "xpkg",
        "extract",
        "--from-xpkg",
        "acme.xpkg",
        "--output",
        "found.gz",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert gzip.decompress((tmp_path / "found.gz").read_bytes()).decode() == text
