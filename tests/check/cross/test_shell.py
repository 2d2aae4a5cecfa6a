import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from function.check.cross.shell import Created, created, of_words


def consumers(script: str, **variables: str) -> list[tuple[str, str | None]]:
    return [(found.stream, found.consumer) for found in created(script, variables)]


@pytest.mark.parametrize(
    "script",
    [
        "nats consumer add S c",
        "nats con create S c --pull",
        "nats c new S c",
        "/usr/bin/nats --server nats://nats:4222 consumer add S c",
        "nats -s nats://nats:4222 --creds=/a consumer add 'S' \"c\" --ack explicit",
        "nats consumer add --pull --filter=x --defaults S c",
        "nats consumer info S c || nats consumer add S c",
        "nats consumer add \\\n  S \\\n  c",
        "STREAM=S\nexport NAME='c'\nnats consumer add $STREAM ${NAME}",
        "if true; then nats consumer add S c; fi",
        "sleep 5 & nats consumer add S c && echo done",
    ],
)
def test_spellings_of_one_command(script: str) -> None:
    assert consumers(script) == [("S", "c")]


@pytest.mark.parametrize(
    "script",
    [
        "",
        "nats",
        "nats consumer",
        "nats consumer add",
        "nats consumer add S",
        "nats consumer info S c",
        "nats consumer rm S c",
        "# nats consumer add S c",
        "  #nats consumer add S c",
        "natsx consumer add S c",
        "nats consumer add --ack explicit S c",
        "nats consumer add S --pull",
        "nats consumer add $S c",
        "nats consumer add $(cat s) c",
        "nats consumer add `cat` c",
        "nats consumer add ${S:-x} c",
        "nats consumer add S '' ",
        "echo consumer add S c",
        "X=$Y\nnats consumer add $X c",
    ],
)
def test_what_is_no_such_command_or_cannot_be_known(script: str) -> None:
    assert consumers(script) == []


def test_streams_have_no_consumer() -> None:
    assert consumers("nats stream add S --subjects a.*\nnats str create T") == [("S", None), ("T", None)]


def test_variables_of_the_container() -> None:
    assert consumers("nats consumer add $S-x $(C)", S="A", C="c") == [("A-x", "c")]


def test_the_line_is_that_where_the_command_begins() -> None:
    assert list(created("set -e\necho\nnats consumer add \\\n S c\nnats stream add T", {})) == [
        Created("S", "c", 2),
        Created("T", None, 4),
    ]


def test_words_of_a_command_without_a_shell() -> None:
    assert list(of_words(["nats", "consumer", "add", "S", "c"], {})) == [Created("S", "c", 0)]
    assert list(of_words(["sh", "-c", "nats consumer add S c"], {})) == []


def test_a_script_cannot_make_names_of_any_length() -> None:
    doubled = "A=x\n" + "A=$A$A\n" * 60
    assert consumers(f"{doubled}nats consumer add S $A") == []
    assert consumers(f"nats consumer add S {'x' * 2000}") == []


@pytest.mark.parametrize("script", ["nats " * 20_000, "$" * 20_000, "a=" * 20_000, "\\\n" * 20_000, "${A" * 20_000])
def test_long_scripts_take_linear_time(script: str) -> None:
    assert consumers(script) == []


def test_a_command_of_many_lines_is_put_together_once() -> None:
    class Line(str):
        copied = 0

        def __radd__(self, other: str) -> str:
            Line.copied += len(other) + len(self)
            return str.__add__(other, self)

    class Script(str):
        def split(self, *_: object, **__: object) -> list[str]:
            return [Line(line) for line in str.split(self, "\n")]

    script = Script("nats consumer add " + "\\\n" * 1000 + "S c")
    assert [(found.stream, found.consumer, found.line) for found in created(script, {})] == [("S", "c", 0)]
    assert Line.copied <= 2 * len(script)


def test_a_command_that_is_never_finished_creates_nothing() -> None:
    assert consumers("nats consumer add S c \\\n") == [("S", "c")]
    assert consumers("nats consumer add S c \\") == []


def test_a_long_value_of_a_variable_is_not_repeated() -> None:
    script = f"nats consumer add {'$A' * 300} c"
    value = "x" * 2**20
    tracemalloc.start()
    try:
        assert consumers(script, A=value) == []
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("word", "value", "found"),
    [("S$A", "x", ["Sx"]), ("$A$A", "x" * 512, ["x" * 1024]), ("$A${A}y", "x" * 512, []), ("y$A", "x" * 1024, [])],
    ids=["short", "1024", "the rest is too much", "the value is too much"],
)
def test_a_name_has_at_most_1024_characters(word: str, value: str, found: list[str]) -> None:
    assert [stream for stream, _ in consumers(f"nats consumer add {word} c", A=value)] == found


def test_each_script_reads_the_variables_of_its_container_without_a_copy() -> None:
    class Variables(dict[str, str]):
        read = 0

        def keys(self) -> Any:
            Variables.read += len(self)
            return super().keys()

        def __iter__(self) -> Iterator[str]:
            Variables.read += len(self)
            return super().__iter__()

    variables = Variables({str(number): "x" for number in range(100)}, A="S")
    assert [found.stream for found in created("B=c\nnats consumer add $A $B", variables)] == ["S"]
    assert (Variables.read, "B" in variables) == (0, False)
