"""What import-linter and ruff cannot say: what the core may use of Python, and how large files and functions are."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = {str(path.relative_to(ROOT)): ast.parse(path.read_text()) for path in sorted(ROOT.glob("function/**/*.py"))}
TESTS = sorted(ROOT.glob("tests/**/*.py"))
SHELLS = (
    "function/check/",
    "function/cli/",
    "function/client/",
    "function/yaml/",
    "function/server/",
    "function/wire/",
    "function/preflight/",
    "function/crash.py",
    "function/fn.py",
    "function/main.py",
)
CORE = {name: tree for name, tree in FILES.items() if not name.startswith(SHELLS)}

PURE = {
    *(
        "abc",
        "bisect",
        "collections",
        "dataclasses",
        "decimal",
        "difflib",
        "enum",
        "functools",
        "hashlib",
        "ipaddress",
        "itertools",
        "math",
    ),
    *("json", "posixpath", "re", "shlex", "textwrap", "types", "typing", "urllib.parse", "xml.etree.ElementTree"),
    *("function", "pydantic", "pydantic_core"),
}
"""What the core may import. No clock, randomness, environment, files, network or log is among them."""
READS_SOURCES = {
    "function/base/discovery.py": {"importlib", "pkgutil"},
    "function/publish/schema/docstrings.py": {"ast", "inspect"},
}
"""The modules that look at the package's own sources, and what they need for it."""
IMPURE = {"__import__", "breakpoint", "eval", "exec", "hash", "id", "input", "open", "print"}
"""Built-in functions that do something, or whose answer differs from process to process."""
VAGUE = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (module(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield module(node.module or "")


def module(name: str) -> str:
    """Return a module that may be imported by its whole name, or the package that it is in."""
    return name if name in PURE else name.partition(".")[0]


def functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def body(one: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (one.end_lineno or 0) - one.body[0].lineno + 1


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def test_the_core_imports_nothing_that_acts() -> None:
    found = {name: sorted(set(imported(tree)) - PURE - READS_SOURCES.get(name, set())) for name, tree in CORE.items()}
    assert {name: names for name, names in found.items() if names} == {}


def test_the_core_calls_nothing_that_acts() -> None:
    found = {
        name: sorted({node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & IMPURE)
        for name, tree in CORE.items()
    }
    assert {name: names for name, names in found.items() if names} == {}


def test_one_module_opens_files_for_the_checks() -> None:
    reading = {"io", "os", "pathlib", "sys"}
    found = [
        name
        for name, tree in FILES.items()
        if name.startswith(("function/check/", "function/yaml/")) and set(imported(tree)) & reading
    ]
    assert found == ["function/check/files.py"]


def test_the_core_keeps_no_state() -> None:
    stateful = (ast.Global, ast.Nonlocal)
    assert [name for name, tree in CORE.items() if any(isinstance(node, stateful) for node in ast.walk(tree))] == []


def test_no_file_is_longer_than_200_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): lines(path) for path in [*(ROOT / name for name in FILES), *TESTS]}
    assert {name: length for name, length in lengths.items() if length > 200} == {}


def test_half_of_the_files_fit_on_one_screen() -> None:
    lengths = sorted(lines(ROOT / name) for name in FILES)
    assert lengths[len(lengths) // 2] <= 80


def test_no_function_is_longer_than_40_lines() -> None:
    long = [f"{name}: {one.name}" for name, tree in FILES.items() for one in functions(tree) if body(one) > 40]
    assert long == []


def test_a_kind_has_one_public_function() -> None:
    public = {
        name: [one.name for one in functions(tree) if one in tree.body and not one.name.startswith("_")]
        for name, tree in FILES.items()
        if Path(name).parent.name == "manifests" and not Path(name).stem.startswith("_")
    }
    assert public
    assert {name: names for name, names in public.items() if names != ["manifest"]} == {}


def test_a_module_is_named_after_something() -> None:
    named = [name for name in FILES if Path(name).stem != "aws_secrets_manager"]  # the name of a product
    assert [name for name in named if VAGUE & set(Path(name).stem.split("_"))] == []


@pytest.mark.parametrize("source", ["import os", "from time import time", "import a, random", "import os.path"])
def test_an_import_is_seen_wherever_it_stands(source: str) -> None:
    nested = ast.parse(f"def late():\n    {source}")
    assert set(imported(nested)) - PURE
