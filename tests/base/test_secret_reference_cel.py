"""The rule that follows from a mark: its text, what it judges, and what cannot be marked."""

from typing import Annotated, Any, Literal

import pytest

from function.base.int_or_string import IntOrString
from function.base.manifest import Json
from function.base.marks import MayReferToSecret
from function.base.model import Spec
from function.base.secret_reference_cel import secret_reference_cel
from tests.cel import judge

Value = Annotated[str, IntOrString(), MayReferToSecret()]


class Login(Spec):
    user: Value | None = None
    secret_key: Value
    namespace: str = ""


class Queue(Spec):
    type: Literal["queue"]
    properties: dict[str, Value] = {}
    login: Login | None = None
    hosts: list[Value] = []


class Table(Spec):
    type: Literal["table"]
    namespace: Value | None = None
    properties: dict[str, Value] = {}


class Plain(Spec):
    name: str = ""
    labels: dict[str, str] = {}


class Many(Spec):
    listed: list[Queue | Table] = []


PROPERTY = "self.streams[name].properties[key]"


def test_the_text_for_properties_of_named_entries() -> None:
    assert secret_reference_cel("streams", dict[str, Table | Plain] | None) == (
        "!has(self.streams) || self.streams.all(name, "
        "(!has(self.streams[name].__namespace__) || type(self.streams[name].__namespace__) != string || "
        "!self.streams[name].__namespace__.startsWith('secret://') || "
        "self.streams[name].__namespace__.contains('${') || (has(self.secrets) && "
        "self.streams[name].__namespace__.split('/')[2] in self.secrets)) && "
        f"(!has(self.streams[name].properties) || self.streams[name].properties.all(key, type({PROPERTY}) != string || "
        f"!{PROPERTY}.startsWith('secret://') || {PROPERTY}.contains('${{') || "
        f"(has(self.secrets) && {PROPERTY}.split('/')[2] in self.secrets))))"
    )


STREAMS = secret_reference_cel("streams", dict[str, Queue | Table])
SECRETS: dict[str, Json] = {"db": {}}


def streams(**entry: Json) -> dict[str, Json]:
    return {"streams": {"a": {"type": "queue"}, "b": {"type": "queue", **entry}}, "secrets": SECRETS}


@pytest.mark.parametrize(
    "spec",
    [
        streams(properties={"p": "secret://other/key"}),
        streams(properties={"ok": "secret://db/key", "p": "secret://other/key"}),
        streams(properties={"p": "secret://"}),
        streams(properties={"p": "secret:///key"}),
        streams(login={"secretKey": "secret://other/key"}),
        streams(login={"secretKey": "secret://db/key", "user": "secret://other/key"}),
        streams(hosts=["plain", "secret://other/key"]),
        streams(type="table", namespace="secret://other/key"),
        {**streams(properties={"p": "secret://db/key"}), "secrets": {}},
        {"streams": {"b": {"properties": {"p": "secret://db/key"}}}},
    ],
    ids=str,
)
def test_a_reference_to_no_entry_is_refused(spec: Any) -> None:
    in_cel = {**spec, "streams": {name: spelled(entry) for name, entry in spec["streams"].items()}}
    assert not judge(STREAMS, "self", in_cel)


@pytest.mark.parametrize(
    "spec",
    [
        {},
        {"streams": {}},
        {"streams": {"a": {"type": "queue"}}},
        streams(properties={"p": "secret://db/key", "n": 5, "plain": "no secret://other/key at its beginning"}),
        streams(login={"secretKey": "secret://db/key"}),
        streams(login={"secretKey": "k", "namespace": "secret://not-marked/key"}),
        streams(hosts=["secret://db/key", 9]),
    ],
    ids=str,
)
def test_what_is_right_or_not_marked_passes(spec: Any) -> None:
    assert judge(STREAMS, "self", spec)


def spelled(entry: dict[str, Json]) -> dict[str, Json]:
    """Return the entry with the one reserved name as CEL has to spell it, which an API server does by itself."""
    return {"__namespace__" if key == "namespace" else key: value for key, value in entry.items()}


@pytest.mark.parametrize(
    ("annotation", "message"),
    [
        (str, "field: nothing below it is marked"),
        (dict[str, Plain], "field: nothing below it is marked"),
        (Annotated[int, MayReferToSecret()], "self.field: only a string"),
        (dict[str, Annotated[list[str], MayReferToSecret()]], r"self.field\[name\]: only a string"),
        (list[list[list[list[list[Value]]]]], "item: loops are nested too deep"),
    ],
    ids=str,
)
def test_what_no_rule_can_be_made_of(annotation: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        secret_reference_cel("field", annotation)


def test_lists_and_single_values() -> None:
    assert secret_reference_cel("a", Value) == (
        "!has(self.a) || type(self.a) != string || !self.a.startsWith('secret://') || self.a.contains('${') || "
        "(has(self.secrets) && self.a.split('/')[2] in self.secrets)"
    )
    nested = secret_reference_cel("many", Many)
    assert nested.startswith("!has(self.many) || !has(self.many.listed) || self.many.listed.all(name, ")
    assert "name.properties.all(key, type(name.properties[key]) != string" in nested
