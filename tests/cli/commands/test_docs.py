"""`platformctl docs` is a group."""

from tests.cli.conftest import Run


def test_it_lists_its_commands(run: Run) -> None:
    done = run("docs", "--help")
    assert done.code == 0
    assert [name in done.out for name in ("build", "serve")] == [True, True]


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    done = run("docs", "biuld")
    assert done.code == 3
    assert "build" in done.err
