"""Files are extended only by others of their repository."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, Write


@pytest.mark.parametrize("command", ["check", "resolve", "tfvars", "docs"])
@pytest.mark.parametrize("parent", ["../../token.infra", "{absolute}", "link", "/dev/zero", "../.git/config"])
def test_a_file_extends_only_files_of_its_repository(
    run: Run, write: Write, tmp_path: Path, command: str, parent: str
) -> None:
    outside = tmp_path.parent / "token.infra"
    outside.write_text("s3cret: s3cret\n")
    write(".git/config", "s3cret: s3cret\n")
    write("infra/a.infra", f"extends: {parent.format(absolute=outside)}\n")
    Path("infra/link").symlink_to(outside)
    done = run("bindings", command, "infra/a.infra")
    assert "infra/a.infra:1:10: EP421 extends: cannot use " in done.out + done.err
    assert ": is no file of the repository. Hint: copy the file there; " in done.out + done.err
    assert (done.code, "s3cret" in done.out + done.err) == (1, False)


def test_without_a_work_tree_a_file_extends_those_below_the_current_folder(run: Run, write: Write) -> None:
    write("base.infra", "version: '1.0'\nname: a\n")
    write("infra/a.infra", "extends: ../base.infra\n")
    assert "EP421" not in run("bindings", "check", "infra").out
