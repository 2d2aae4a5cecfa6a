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
