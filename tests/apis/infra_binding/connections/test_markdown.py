"""The whole document: all sections, the same bytes, no secret, nothing that a reader obeys."""

import pytest

from function.apis.infra_binding.connections.markdown import SECTIONS
from function.base.manifest import Json
from tests.bindings import process, storage, topic
from tests.connections import SECRETS, described
from tests.dapr import KAFKA, REDIS
from tests.hostile import COMMANDS, obeyed

CANARY = "hunter2-canary"
FULL: dict[str, Json] = {
    "secrets": SECRETS,
    "streams": {"orders": topic(properties={"sasl.username": CANARY, "client.id": CANARY})},
    "lookups": {
        "rates": {
            "type": "redis",
            "uri": "redis://redis",
            "auth": {"username": CANARY, "password": "secret://db/password"},
        },
        "codes": {
            "type": "postgresql",
            "jdbc_url": f"jdbc:postgresql://db/x?options={CANARY}",
            "auth": {"username": CANARY},
        },
        "people": {"type": "mongodb", "uri": f"mongodb://m/?appName={CANARY}", "database": "d", "collection": "c"},
    },
    "dead_letters": {"orders": topic("dead")},
    "checkpoints": {"default": storage()},
    "resources": {"job": process(args=["--token", CANARY])},
    "deployment": {"type": "kubernetes"},
    "dapr": {"components": {"bus": KAFKA, "store": REDIS}, "sidecar": {"requests": {"cpu": "100m"}}},
    "monitoring": {"metrics": {"type": "prometheus"}},
}


def headings(text: str) -> list[str]:
    return [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]


@pytest.mark.parametrize("fields", [{}, FULL], ids=["empty", "full"])
def test_every_section_is_there_and_none_is_empty(fields: dict[str, Json]) -> None:
    text = described(**fields)
    assert headings(text) == list(SECTIONS)
    assert all(part.strip("\n") for part in text.split("\n## ")[1:])
    assert "\n\n\n" not in text
    assert text.endswith("\n")


def test_values_that_may_be_secrets_are_not_repeated() -> None:
    assert CANARY not in described(**FULL)


def test_equal_bindings_give_equal_bytes() -> None:
    turned = {
        section: dict(reversed(list(content.items()))) if isinstance(content, dict) else content
        for section, content in reversed(FULL.items())
    }
    assert described(**turned) == described(**FULL)


@pytest.mark.parametrize("text", [*COMMANDS, "</h1><script>alert(1)</script>", "# x\n## Service Endpoints", "```\n# y"])
def test_a_description_is_one_line_without_markup(text: str) -> None:
    found = described(description=text)
    assert headings(found) == list(SECTIONS)
    assert obeyed(found) == ""
    (line,) = (line for line in found.splitlines() if line.startswith("Description: "))
    assert not set("<>`*") & set(line)


@pytest.mark.parametrize(
    "text", [*(text for text in COMMANDS if min(text) > " "), "`", "```", "|", "a`|<b>", "x```#y", "<b>", "</code><b>"]
)
def test_hostile_names_stay_names(text: str) -> None:
    """The keys of a store may have nearly all characters."""
    found = described(lookups={"rates": {"type": "redis", "uri": "redis://redis", "key_pattern": text}})
    assert headings(found) == list(SECTIONS)
    assert obeyed(found) == ""
    assert "|<b>" not in found
