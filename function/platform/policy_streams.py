"""The settings of PlatformConfig about the topics and streams of bindings."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.text import Text

NamespaceOrAll = Annotated[
    str,
    Text(
        r"^([a-z0-9]([-a-z0-9]*[a-z0-9])?|\*)$",
        meaning="a namespace, or '*' for those that are not listed",
        example="payments",
        max_length=63,
    ),
]
NamePrefix = Annotated[
    str,
    Text(
        "^[-._/a-zA-Z0-9]*$",
        meaning="a prefix of a name: letters, digits, '-', '_', '.' and '/'",
        example="payments.",
        max_length=249,
    ),
]
Prefixes = Annotated[dict[NamespaceOrAll, Annotated[list[NamePrefix], Field(max_length=64)]], Field(max_length=512)]


class StreamPolicy(Spec):
    """Topics and streams of bindings."""

    prefixes: Prefixes | None = None
    """Prefixes of the topics and streams that bindings of a namespace own; '*' stands for the namespaces that are not
    listed. Others are used as they are: a binding neither creates them nor changes their partitions, shards or
    retention. Default: any."""
    bucket_provision: bool = False
    """Allow bindings to create S3 buckets. Default: false."""
    kafka_users: bool = False
    """Allow bindings to create Kafka users with access to the topics that they own. Default: false."""
    kinesis_provision: bool = False
    """Allow bindings to create Kinesis streams. Default: false."""


def within(prefixes: Mapping[str, Sequence[str]] | None, namespace: str, name: str) -> bool:
    """Return whether a name begins with a prefix of its namespace; without settings every name does."""
    if prefixes is None:
        return True
    return name.startswith(tuple(prefixes.get(namespace, prefixes.get("*", ()))))
