"""Names that can be written, and where they are defined."""

import pytest

from function.check import platform
from function.editor.known import Target, definitions, named_completions
from function.editor.workspace import Workspace
from function.yaml.node import Range
from function.yaml.reader import read
from tests.editing import BINDING, CLAIM, FILE, SUBJECTS, cursor, pointing, typing

MANIFEST = "apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\ndata: {password: eA==}\n"
WORKSPACE = Workspace(platform.load(None))
WORKSPACE.learn("/w/secret.yaml", MANIFEST.encode())
WORKSPACE.learn("/w/elsewhere.yaml", MANIFEST.replace("shop", "other").replace("db", "far").encode())
WORKSPACE.learn("/w/binding.yaml", BINDING.encode())
WORKSPACE.learn("/w/other.yaml", CLAIM.encode())
REF = "  secretRefs:\n  - name: {}\n    env:\n    - secretKey: {}\n"


def offered(text: str) -> list[str]:
    place = typing(text)
    return [found.text for found in named_completions(place, SUBJECTS, WORKSPACE.names)] if place else []


def defined(text: str) -> list[Target]:
    spot = pointing(text)
    documents = read(cursor(text)[0].encode()).documents
    return definitions(spot, SUBJECTS, WORKSPACE.names, documents) if spot else []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (CLAIM + REF.format("¦", ""), ["db"]),
        (CLAIM + REF.format("db", "¦"), ["password"]),
        (CLAIM + REF.format("no", "¦"), []),
        (CLAIM.replace("namespace: shop", "namespace: other") + REF.format("¦", ""), ["far"]),
        (CLAIM + "  bindingRef:\n    name: ¦\n", ["payments"]),
        (CLAIM + "  bindingRef:\n    name: payments\n    trigger:\n      stream: ¦\n", ["auth_events"]),
        (CLAIM.replace("ORDERS", "¦"), ["ORDERS"]),
        (CLAIM.replace("consumer: orders", "consumer: ¦"), ["orders"]),
        (BINDING + "  uses:\n    p:\n      sources: [¦]\n", ["auth_events"]),
        (FILE + "uses:\n  p:\n    sources: [¦]\n", ["auth_events"]),
        (FILE + "uses:\n  p:\n    sources:\n    - ¦\n", ["auth_events"]),
        (BINDING.replace("secrets:", "x: secret://¦\n  secrets:"), ["secret://kafka_credentials"]),
        (CLAIM.replace("small", "¦"), []),
        ("kind: Secret\nname: ¦\n", []),
    ],
)
def test_names_that_exist_are_offered(text: str, found: list[str]) -> None:
    assert offered(text) == found


def test_a_name_is_defined_in_another_file() -> None:
    assert defined(CLAIM + REF.format("d¦b", "x")) == [Target("/w/secret.yaml", Range(3, 18, 3, 20))]
    found = defined(CLAIM + "  bindingRef: {name: pay¦ments}\n")
    assert [(target.file, target.range and target.range.line) for target in found] == [("/w/binding.yaml", 4)]


def test_an_entry_is_defined_in_the_same_document() -> None:
    text = f"{FILE}uses:\n  p:\n    sources: [auth¦_events]\n"
    assert defined(text) == [Target("", Range(4, 3, 4, 14))]
    assert defined(f"a: 1\n---\n{BINDING}  x: secret://kafka¦_credentials/a\n")[0].range == Range(14, 5, 14, 22)


def test_a_file_extends_another() -> None:
    assert defined(f"extends: ../ba¦se.infra\n{FILE}") == [Target("../base.infra", None)]


@pytest.mark.parametrize(
    "text",
    [
        CLAIM + REF.format("n¦o", "x"),
        CLAIM + REF.format("f¦ar", "x"),
        CLAIM.replace("name: orders", "name: or¦ders"),
        CLAIM.replace("sma", "sm¦a"),
        CLAIM.replace("stream", "str¦eam"),
        f"{FILE}uses:\n  p:\n    sources: [no¦ne]\n",
        "kind: Secret\nname: d¦b\n",
        "¦",
    ],
)
def test_nothing_defines_it(text: str) -> None:
    assert defined(text) == []


def test_a_stream_is_not_defined_where_it_is_used() -> None:
    assert defined(CLAIM.replace("ORDERS", "ORD¦ERS")) == []
