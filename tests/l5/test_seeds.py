"""What the source documents name is in the lists. The documents are not part of the repository."""

import re
from collections.abc import Sequence

import pytest

from function.base.manifest import Json, Manifest
from tests.l5.paths import TAGS, is_of, is_tag, paths, steps_of
from tests.l5.rows import ROWS, read
from tests.l5.seeds import FOLDER, blocks, lines, nested, tables
from tests.l5_features import FEATURES, RULES, TYPES, Feature
from tools.golden import EXAMPLES

FIELDS = [row.field for row in ROWS]
PLATFORM = dict(read("platform.txt", 2))
LEARNFLOW = (EXAMPLES / "infrabinding" / "learnflow" / "expected.yaml").read_text(encoding="utf-8")
"""What comes of the example that describes the same platform."""
NO_ROWS = ("Coverage Summary", "Document History", "Example Files")
"""The tables of the coverage list that name no features."""

next_to_the_repository = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"{FOLDER} has no documents to compare with")


def is_covered(place: str) -> bool:
    """Return whether a field of the list is at a place or below it; `(*)` stands for any type."""
    wanted = steps_of(place)
    return any(
        len(steps) >= len(wanted)
        and all(one == step or "(*)" in (one, step) for one, step in zip(steps, wanted, strict=False))
        for steps in map(steps_of, FIELDS)
    )


def unknown(document: Json, fields: Sequence[str] = FIELDS) -> list[tuple[str, ...]]:
    """Return the paths of values in a document that no field is for."""
    return [
        steps
        for steps in paths(document)
        if not any(is_of(steps, field) for field in fields) and not is_tag(steps, fields)
    ]


@next_to_the_repository
@pytest.mark.parametrize("number", ["001", "003"])
def test_every_field_of_an_example_is_in_the_list(number: str) -> None:
    found = [steps for block in blocks(number) for steps in unknown(block)]
    assert sorted(set(found)) == []


@next_to_the_repository
def test_every_row_of_the_coverage_list_is_a_feature() -> None:
    known = {row.name for row in FEATURES} | {name.capitalize() for name in TYPES} | set(RULES)
    rows = [(heading, name) for heading, name in tables("000") if heading not in NO_ROWS]
    assert [row for row in rows if row[1] not in known] == []
    assert len(rows) > 90


@next_to_the_repository
def test_every_file_of_the_coverage_list_is_an_example() -> None:
    files = {name.strip("`") for heading, name in tables("000") if heading == "Example Files"}
    ours = {path.name for path in EXAMPLES.glob("infrabinding/*.infra")}
    assert files - ours == {"multi-region.infra"}
    assert {"production-eu.infra", "production-us.infra"} <= ours, "a file for each region"


@next_to_the_repository
def test_every_line_of_the_infrastructure_is_in_the_list() -> None:
    names = [name for name in nested("003", "1. Schema Updates") if name.rpartition(".")[2] not in TAGS[2:]]
    assert [name for name in names if not is_covered(f"infrastructure.{name}".replace("runtime", "runtime(*)"))] == []
    assert len(names) > 20


@next_to_the_repository
def test_every_line_about_a_platform_is_in_the_list() -> None:
    known = (re.escape(line).replace(r"\*", ".*") for line in PLATFORM)
    is_known = re.compile("|".join(known)).fullmatch
    found = sorted(set(lines("002")))
    assert [line for line in found if not is_known(line)] == []
    assert len(found) > 60


@pytest.mark.parametrize("row", FEATURES, ids=lambda row: f"{row.table}: {row.name}")
def test_every_feature_has_fields_in_the_list(row: Feature) -> None:
    assert [place for place in row.places if not is_covered(place)] == []


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ({"streams": {"a": {"type": "kafka", "topics": "b"}}}, ("streams", "a", "(kafka)", "topics")),
        ({"streams": {"a": {"type": "kafka", "shard_count": 4}}}, ("streams", "a", "(kafka)", "shard_count")),
        ({"streams": {"a": {"topics": "b"}}}, ("streams", "a", "topics")),
        ({"streams": {"a": {"type": "rabbitmq"}}}, ("streams", "a", "(rabbitmq)", "type")),
        ({"lookups": {"a": {"type": "redis", "cache": {"size": 4}}}}, ("lookups", "a", "(redis)", "cache", "size")),
        ({"secrets": {"a": {"provider": "vault", "keys": "b"}}}, ("secrets", "a", "(vault)", "keys")),
        ({"quotas": {"cpu": 1}}, ("quotas", "cpu")),
    ],
)
def test_a_field_that_the_list_does_not_have_is_found(document: Manifest, path: tuple[str, ...]) -> None:
    assert unknown(document) == [path]


@pytest.mark.parametrize("line", PLATFORM)
def test_every_line_about_a_platform_has_its_field(line: str) -> None:
    file, _, heading = PLATFORM[line].partition(": ")
    assert f"    ### {heading}\n" in LEARNFLOW if file == "connections.md" else is_covered(file)
