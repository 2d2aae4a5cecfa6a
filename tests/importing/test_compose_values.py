"""Values of compose files."""

import pytest

from function.base.manifest import Json
from function.importing.compose_values import cpu, memory, port, request, seconds, spelled_out, text, variables, words


@pytest.mark.parametrize(("value", "found"), [("a", "a"), ("$a", "$a"), (1, "1"), (1.5, "1.5"), ("", "")])
def test_texts(value: Json, found: str) -> None:
    assert text(value) == found


@pytest.mark.parametrize("value", [None, True, [], {}])
def test_no_texts(value: Json) -> None:
    assert text(value) is None


@pytest.mark.parametrize(
    ("value", "found"), [("a 'b c'", ["a", "b c"]), (["a", 1, None, ["b"]], ["a", "1", None, None]), ("", []), ([], [])]
)
def test_words(value: Json, found: list[str | None]) -> None:
    assert words(value) == found


@pytest.mark.parametrize("value", ["a '", 1, {}, None, True])
def test_no_words(value: Json) -> None:
    assert words(value) is None


def test_names_without_a_value_have_that_of_the_environment() -> None:
    assert spelled_out({"A": None, "B": 1}) == {"A": "${A}", "B": 1}
    assert spelled_out(["A", "B=1", "C=", 5]) == ["A=${A}", "B=1", "C=", 5]
    assert spelled_out("A") == "A"


def test_variables_of_both_forms() -> None:
    assert list(variables({"A": 1, "B": None})) == [("A", "A", 1), ("B", "B", None)]
    assert list(variables(["A=b", "C=", None, 5])) == [(0, "A", "b"), (1, "C", ""), (3, "3", None)]
    assert list(variables("A=b")) == []


@pytest.mark.parametrize(("value", "found"), [("1m30s", 90), ("2h", 7200), ("5s", 5), ("0s", 0)])
def test_durations(value: str, found: int) -> None:
    assert seconds(value) == found


@pytest.mark.parametrize("value", ["", "1", "500ms", "1.5s", "s", "-1s", "1s1m", "9" * 50 + "s", 5, None, []])
def test_no_durations(value: Json) -> None:
    assert seconds(value) is None


@pytest.mark.parametrize(("value", "found"), [("0.5", "500m"), (2, "2000m"), (0.25, "250m"), ("1", "1000m")])
def test_cpus(value: Json, found: str) -> None:
    assert cpu(value) == found


@pytest.mark.parametrize("value", [None, "", "0", "-1", "x", "NaN", "Infinity", "0.0001", "1e9", [], "1e999999999"])
def test_no_cpus(value: Json) -> None:
    assert cpu(value) is None


@pytest.mark.parametrize(
    ("value", "found"),
    [("512M", "512Mi"), ("1gb", "1Gi"), ("64k", "64Ki"), ("100b", "100"), (1024, "1024"), ("2GB", "2Gi")],
)
def test_memory(value: Json, found: str) -> None:
    assert memory(value) == found


@pytest.mark.parametrize("value", [None, "", "x", "1.5g", "1Gi", "-1", "1t", "9" * 99, []])
def test_no_memory(value: Json) -> None:
    assert memory(value) is None


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (80, 80),
        ("81", 81),
        ("1:2", 2),
        ("127.0.0.1:1:2", 2),
        ("[::1]:1:2/tcp", 2),
        ({"target": 5, "published": "6"}, 5),
        ({"target": 5, "protocol": "tcp"}, 5),
    ],
)
def test_ports(value: Json, found: int) -> None:
    assert port(value) == found


@pytest.mark.parametrize(
    "value",
    ["1-2", "1:2-3", "2/udp", "${P}", "", "0", "65536", "9" * 50, None, [], {"target": 5, "protocol": "udp"}, {}, "٣"],
)
def test_no_ports(value: Json) -> None:
    assert port(value) is None


@pytest.mark.parametrize(
    ("test", "path", "number"),
    [
        (["CMD", "curl", "-f", "http://localhost:8080/health"], "/health", 8080),
        (["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"], "/health", 8080),
        ("wget --spider http://127.0.0.1/", "/", 80),
        ("curl http://localhost", "/", 80),
        ("curl 'http://localhost:1/a'", "/a", 1),
    ],
)
def test_requests(test: Json, path: str, number: int) -> None:
    assert request(test) == {"path": path, "port": number}


@pytest.mark.parametrize(
    "test",
    [
        None,
        [],
        "",
        ["NONE"],
        ["CMD", "pg_isready"],
        ["curl", "http://localhost/"],
        "nc -z localhost 80",
        "curl https://localhost/",
        "curl http://nats:8222/",
        "curl http://localhost:80/a?b=c",
        {"a": 1},
    ],
)
def test_no_requests(test: Json) -> None:
    assert request(test) is None
