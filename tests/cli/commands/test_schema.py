"""`platformctl schema`: another organization's files."""

from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import OWN, Run, Write


def test_the_files_are_written_and_listed(run: Run, write: Write, tmp_path: Path) -> None:
    done = run("schema", "--platform-config", write("p.yaml", OWN), "--output", "own/files")
    assert (done.code, done.err) == (0, "")
    written = {str(path.relative_to(tmp_path / "own/files")) for path in (tmp_path / "own/files").rglob("*.*")}
    assert written == set(done.out.split())
    definition = yaml.safe_load((tmp_path / "own/files/apis/worker/namespaced.yaml").read_text())
    assert definition["spec"]["names"]["kind"] == "Worker"
    again = run("schema", "--platform-config", "p.yaml", "--output", "own/files")
    assert again == done


def test_what_it_writes_is_validated_and_rendered_with_the_same_file(run: Run, write: Write) -> None:
    write("p.yaml", OWN)
    run("schema", "--platform-config", "p.yaml", "--output", "own")
    assert run("validate", "own/examples", "--platform-config", "p.yaml").code == 0
    done = run("render", "own/examples/worker.yaml", "--platform-config", "p.yaml")
    assert (done.code, "kind: Deployment" in done.out) == (0, True)
    wrong = run("validate", "own/examples/worker.yaml")
    assert "1 other resource skipped" in wrong.out + wrong.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind: Pod\n", "EP104 kind: must be one of [PlatformConfig]"),
        (OWN.replace("EventDrivenService", "Service"), "EP485 spec.names.Service: must be one of ["),
    ],
)
def test_wrong_settings_write_nothing(run: Run, write: Write, tmp_path: Path, text: str, said: str) -> None:
    done = run("schema", "--platform-config", write("p.yaml", text), "--output", "own")
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "own").exists()


def test_a_folder_is_required(run: Run) -> None:
    assert run("schema").code == 3


@pytest.mark.parametrize("link", ["own/apis", "own/examples"])
def test_no_file_is_written_through_a_link(run: Run, link: str) -> None:
    Path("mine").mkdir()
    Path("own").mkdir()
    Path(link).symlink_to("../mine")
    done = run("schema", "--output", "own")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"Error: cannot write {link}: it is a link. Hint: ")
    assert list(Path("mine").iterdir()) == []
