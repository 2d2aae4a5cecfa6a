"""The runtime image: who it runs as, what is in it, what is not, and where the versions are written."""

import re
import tarfile
from pathlib import Path, PurePosixPath

import pytest

from tools.image.xpkg import Package

ROOT = Path(__file__).parents[2]
MEBIBYTE = 2**20


@pytest.fixture(scope="module")
def files(function: Package) -> dict[str, tarfile.TarInfo]:
    return {member.name: member for member, _ in function.runtime()}


def content(function: Package, folder: str) -> dict[str, str]:
    """Return the text of the files of one folder, by name."""
    found = {}
    for member, layer in function.runtime():
        path = PurePosixPath(member.name)
        if member.isreg() and str(path.parent) == folder:
            data = layer.extractfile(member)
            assert data is not None
            found[path.name] = data.read().decode()
    return found


def test_it_runs_as_nobody_in_particular(function: Package) -> None:
    assert function.config["config"]["User"] == "2000:2000"
    assert (function.config["os"], function.config["architecture"]) == ("linux", "amd64")


def test_it_starts_the_server_and_says_which_port(function: Package, files: dict[str, tarfile.TarInfo]) -> None:
    assert function.command() == ["/usr/bin/python3.11", "-m", "function.main"]
    assert "Cmd" not in function.config["config"]
    assert files["app/site/function/main.py"].isreg()
    assert list(function.config["config"]["ExposedPorts"]) == ["9443/tcp"]


def test_the_interpreter_is_the_only_program(files: dict[str, tarfile.TarInfo]) -> None:
    programs = [name for name in files if PurePosixPath(name).parent.name in {"bin", "sbin", "games", "libexec"}]
    assert programs == ["usr/bin/python3.11"]


SHELLS = ("sh", "bash", "busybox", "perl", "curl")
COMPILERS = ("gcc", "cc", "as", "ld", "make")
INSTALLERS = ("apt-get", "pip", "ensurepip", "setuptools", "wheel", "uv", "venv", "distutils")
TESTS = ("pytest", "tests", "test", "unittest")


@pytest.mark.parametrize("name", [*SHELLS, *COMPILERS, *INSTALLERS, *TESTS])
def test_it_has_no(name: str, files: dict[str, tarfile.TarInfo]) -> None:
    parts = {part.removesuffix(".py") for path in files for part in PurePosixPath(path).parts}
    assert name not in parts


def test_everything_is_roots_and_nobody_else_may_write(files: dict[str, tarfile.TarInfo]) -> None:
    for member in files.values():
        assert (member.uid, member.gid, member.mtime) == (0, 0, 0), member.name
        assert member.mode in {0o644, 0o755}, member.name


def test_every_module_has_bytecode_since_a_read_only_root_takes_none(files: dict[str, tarfile.TarInfo]) -> None:
    modules = [PurePosixPath(name) for name in files if re.match(r"(app/site|usr/lib/python3\.11)/.*\.py$", name)]
    assert len(modules) > 500
    compiled = {str(path.parent / "__pycache__" / f"{path.stem}.cpython-311.pyc") for path in modules}
    assert compiled <= files.keys()


def test_debian_packages_are_recorded_with_their_versions(function: Package) -> None:
    recorded = content(function, "var/lib/dpkg/status.d")
    assert sorted(recorded) == (ROOT / "tools" / "image" / "packages.txt").read_text().split()
    for name, control in recorded.items():
        assert f"Package: {name}\n" in control
        assert re.search(r"^Version: \S+$", control, re.MULTILINE)


def test_debian_licenses_are_passed_on(files: dict[str, tarfile.TarInfo]) -> None:
    for name in (ROOT / "tools" / "image" / "packages.txt").read_text().split():
        folder = files[f"usr/share/doc/{name}"]
        held = str(PurePosixPath(folder.name).parent / folder.linkname) if folder.issym() else folder.name
        assert f"{held}/copyright" in files


def test_python_packages_are_the_locked_ones(files: dict[str, tarfile.TarInfo]) -> None:
    lock = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    found = {match.groups() for name in files if (match := re.fullmatch(r"app/site/([^/]+)-([^/-]+)\.dist-info", name))}
    installed = {(str(name).replace("_", "-").lower(), version) for name, version in found}
    assert {name for name, _ in installed} - {name for name, _ in lock} == {"function-event-platform"}
    assert set(lock) <= installed


def test_it_stays_small(function: Package, files: dict[str, tarfile.TarInfo]) -> None:
    assert sum(member.size for member in files.values()) < 80 * MEBIBYTE
    assert function.path.stat().st_size < 40 * MEBIBYTE
