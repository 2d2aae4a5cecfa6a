"""A plug-in of every family, added to a copy as CONTRIBUTING.md says, passes every shared test with no other edit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plug_ins import families
from tests.plug_ins.families import CASES

ROOT = Path(__file__).parents[2]
SAMPLES = Path(__file__).parent / "samples"
LEFT_OUT = {
    ROOT: {".git", ".venv", "build", "dist", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"},
    SAMPLES.parent: {Path(__file__).name},
}
EDITS = {
    "function/apis/infra_binding/model/binding.py": {
        "from pydantic import Field\n": (
            "from pydantic import Field\n\nfrom function.apis.infra_binding.sections.ledgers import AnyLedger\n"
        ),
        "    secrets: Annotated": (
            "    ledgers: Annotated[dict[LogicalName, AnyLedger], Field(max_length=64)] = {}\n"
            '    """Lists of what was done, by logical name."""\n'
            "    secrets: Annotated"
        ),
    },
    "function/apis/event_driven_service/resources.py": {
        "from dataclasses import dataclass, replace\n": (
            "from dataclasses import dataclass, replace\n\nfrom function.manifests import lease\n"
        ),
        "PARTS = (\n": (
            "def _lease(resolved: Resolved) -> Manifest | None:\n"
            "    return lease.manifest(resolved.meta, seconds=30) if resolved.spec.pod_annotations else None\n"
            "\n\n"
            "PARTS = (\n"
            '    Part(key="lease", kind="Lease", made="with `podAnnotations`", build=_lease),\n'
        ),
    },
    "function/apis/event_driven_service/removals.py": {
        "[[EventDrivenService, PlatformConfig], bool]] = {\n": "[[EventDrivenService, PlatformConfig], bool]] = {\n"
        '    "lease": lambda spec, _: not spec.pod_annotations,\n',
    },
}
"""What the recipes of a section and of a kind change in a file that exists."""
SUITE = (
    *("tests/plug_ins", "tests/apis", "tests/manifests/test_lease.py", "tests/cli/commands/test_count.py"),
    *("tests/cli/test_group.py", "tests/cli/formats/test_number.py", "tests/publish/test_agreement.py"),
    *("tests/publish/test_artifacts.py", "tests/publish/test_kinds.py", "tests/publish/test_plug_ins.py"),
    *("tests/test_architecture.py", "tests/test_docs.py", "tests/test_examples.py", "tests/test_generated.py"),
    *("tests/test_inventory.py", "tests/preflight/platforms", "tests/l5", "tests/test_l5.py", "tests/test_rbac.py"),
    "tests/test_secrecy.py",
)
OF_EACH_PLUG_IN = (
    "tests/test_secrecy.py::test_nor_by_a_plug_in",
    "tests/plug_ins/test_fields.py::test_another_value_gives_other_objects",
    *(
        f"tests/publish/test_plug_ins.py::test_{test}"
        for test in ("the_function_refuses_it", "so_does_the_published_schema", "an_api_server_refuses_it_too")
    ),
)
"""What these say of the plug-ins that are no samples is the same in the copy."""
OTHERS = {
    "ignore": [
        *sorted({f"{families.tests_of(plug_in.model).replace('.', '/')}.py" for plug_in, _ in CASES}),
        "tests/apis/infra_binding/test_document_size.py",
    ],
    "deselect": ["tests/l5/test_fields.py::test_a_field_becomes_what_the_list_says"],
}
"""So is what their own tests say, and what these say that take long."""


def run(copy: Path, *command: str) -> str:
    """Run a command on the copy's modules and return what it prints; fails where the command does."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "PYTEST_"))}
    done = subprocess.run(
        command,
        cwd=copy,
        env={**environment, "PYTHONPATH": str(copy)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with the samples, generated as `make generate golden` does."""
    folder = tmp_path_factory.mktemp("project") / "copy"
    shutil.copytree(ROOT, folder, ignore=lambda path, _: LEFT_OUT.get(Path(path), set()))
    shutil.copytree(SAMPLES, folder, dirs_exist_ok=True)
    for name, edits in EDITS.items():
        text = (folder / name).read_text()
        for before, after in edits.items():
            assert text.count(before) == 1, f"{name}: {before!r}"
            text = text.replace(before, after)
        (folder / name).write_text(text)
    for command in (["-m", "tools.generate"], ["tools/golden.py"], ["-m", "tests.status.table"]):
        run(folder, sys.executable, *command)
    return folder


def test_every_sample_is_in_what_is_generated(copy: Path) -> None:
    pages = {path.parent.name: path.read_text() for path in (copy / "apis").glob("*/README.md")}
    assert [word for word in ("`tide`", "Lease") if word not in pages["eventdrivenservice"]] == []
    sections = ("`river`", "`shelf`", "`basket`", "`drawer`", "`flag`", "`jar`", "`chest`", "`slab`", "ledgers")
    others = ("`dial`", "`slate`", "`notebook`", "`bell`", "`loom`", "`state.cupboard`", "`mesos`")
    assert [word for word in (*sections, *others) if word not in pages["infrabinding"]] == []
    roles = (copy / "package" / "rbac" / "objects.yaml").read_text()
    assert [plural for plural in ("rivers", "jars") if plural not in roles] == []


def test_the_shared_tests_pass(copy: Path) -> None:
    left_out = [f"--deselect={test}[{plug_in}" for test in OF_EACH_PLUG_IN for plug_in, _ in CASES]
    left_out += [f"--{how}={name}" for how, names in OTHERS.items() for name in names]
    run(copy, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", *left_out, *SUITE)


def test_the_layers_hold(copy: Path) -> None:
    run(copy, str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
