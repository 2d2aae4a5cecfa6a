from tests.cli.conftest import Done, Run, Write


def test_files_are_counted(run: Run, write: Write, claim: str) -> None:
    assert run("validate", "-o", "number", write("claim.yaml", claim)) == Done(0, "1 files\n", "")
