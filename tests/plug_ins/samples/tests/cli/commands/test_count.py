from tests.cli.conftest import Run


def test_words_are_counted(run: Run) -> None:
    assert run("count", "a", "b").out == "2\n"


def test_it_is_listed_and_suggested(run: Run) -> None:
    assert ["count", "Count the words."] in [line.split(maxsplit=1) for line in run("--help").out.splitlines()]
    assert "Did you mean 'count'?" in run("cuont").err
