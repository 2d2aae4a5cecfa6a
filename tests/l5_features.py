"""The tables of the L5 coverage document, and what they say about types and rules.

A place such as `streams{}(kafka).topic` is a field of the model; `(*)` stands for any type.
"""

from pathlib import Path
from typing import NamedTuple

import yaml


class Feature(NamedTuple):
    """A row of a table, and the fields that provide it."""

    table: str
    name: str
    places: tuple[str, ...]


_TABLES = yaml.load((Path(__file__).parent / "l5_features.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
FEATURES = [Feature(table, name, tuple(places)) for table, rows in _TABLES.items() for name, places in rows.items()]
"""All rows that have fields."""

BEYOND = {
    "streams": {"mongodb_sink"},
    "secrets": {"aws_parameter_store", "azure", "gcp"},
}
"""Types that other documents of L5 have, and the tables do not."""

TYPES = {
    "duration": (("30s", "5m", "7d", "100ms", "2h"), ("30", "s", "1.5s", "30S", "1w", "-1s", " 1s", "1s\n")),
    "byte size": (("64mb", "4gb", "1kb", "8b", "4GB"), ("64", "mb", "1.5gb", "64 mb", "64mib", "1tb", "-1b", "1b\n")),
    "secret ref": (
        ("secret://creds/password", "secret://mongo_connection/uri", "secret://creds"),
        ("secret://", "secret:///password", "secret://creds/", "secret://Creds/a", "x secret://a/b"),
    ),
    "env variable": (
        ("${KAFKA_BROKERS}", "${PORT:-9092}", "${A:-}"),
        ("$KAFKA_BROKERS", "${}", "${1A}", "${A", "${A-b}", "$(A)"),
    ),
}
"""Each type with texts that are of that type, and texts that are not."""

RULES = {
    "Reference check": "EP462",
    "Type compatibility": "EP463",
    "Required properties": "EP101",
    "Secret references": "EP410",
    "Environment variables": "EP402",
}
"""The rules of compile-time validation, each with the code of its problem."""
