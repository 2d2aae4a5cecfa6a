"""Everything that is there has its test, and what users may write or get has its place in the reference pages."""

import ast
from pathlib import Path

import pytest

from function.apis.event_driven_service import triggers
from function.apis.infra_binding.sections import SECTIONS
from function.apis.registry import APIS
from function.publish.kinds import kinds
from tests.e2e.examples import folders
from tests.e2e.test_examples import ROWS
from tests.leaves import leaves

ROOT = Path(__file__).parent.parent
MODULES = [
    path.relative_to(ROOT / "function")
    for path in sorted(ROOT.glob("function/**/*.py"))
    if not path.stem.startswith("_")
]
DOING = [
    path
    for path in MODULES
    if any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse((ROOT / "function" / path).read_text())))
]
"""The modules that do something; the others only declare what a type checker checks."""


def page(kind: str) -> str:
    return (ROOT / "apis" / APIS[kind].folder / "README.md").read_text()


def test_every_module_has_its_tests() -> None:
    expected = [Path("tests") / path.with_name(f"test_{path.name}") for path in DOING]
    assert [str(path) for path in expected if not (ROOT / path).exists()] == []


def test_every_test_of_the_core_has_its_module() -> None:
    """A test whose module was renamed would go on under the old name."""
    folders = ("apis", "base", "delivery", "manifests", "platform", "readiness", "yaml")
    tests = [
        path.relative_to(ROOT / "tests") for name in folders for path in (ROOT / "tests" / name).glob("**/test_*.py")
    ]
    expected = {path: path.with_name(path.name.removeprefix("test_")) for path in tests}
    extra = {Path("apis/test_every_field.py")}
    assert [str(path) for path, module in expected.items() if not is_of_a_module(module) and path not in extra] == []


def is_of_a_module(module: Path) -> bool:
    """Return whether there is such a module, or one that has several files of tests, such as test_vault_stores.py."""
    begins = {module.with_name(f"{module.stem.rsplit('_', 1)[0]}.py"), module}
    return bool(begins & set(MODULES))


def test_every_member_of_a_section_is_in_the_reference() -> None:
    text = page("InfraBinding")
    assert [tag for members in SECTIONS.values() for tag in members if f"`{tag}`" not in text] == []


def test_every_trigger_is_in_the_reference() -> None:
    text = page("EventDrivenService")
    assert [kind for kind in triggers.MODELS if f"`{kind}`" not in text] == []


@pytest.mark.parametrize("kind", APIS)
def test_every_field_is_in_the_reference(kind: str) -> None:
    text = page(kind)
    names = {field.rstrip("[]{}").rpartition(".")[2] for field in leaves(APIS[kind].spec)}
    assert sorted(name for name in names if f"{name}`" not in text) == [], "run `make generate`"


def test_every_kind_is_named_in_a_reference_page() -> None:
    text = "".join(page(kind) for kind in APIS)
    assert [kind.kind for kind in kinds() if kind.kind not in text] == []


def test_every_example_has_its_columns_in_the_scenarios() -> None:
    assert set(ROWS) == set(folders("namespaced"))
