"""Where checkpoints are stored, as Flink addresses it, and what the pods need in order to reach it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from function.base.text import Text

StorageUri = Annotated[
    str,
    Text(
        "^(s3|gs|hdfs|file)://[-_.:/a-zA-Z0-9]*$",
        meaning="an address that starts with s3://, gs://, hdfs:// or file://, without credentials",
        example="s3://company-savepoints/auth/",
        max_length=1024,
    ),
]


@dataclass(frozen=True, kw_only=True)
class Storage:
    """A directory of a storage system."""

    uri: str
    plugin: str | None = None
    """The plug-in of Flink that must be enabled, without its release, such as flink-s3-fs-presto."""
    configuration: Mapping[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    """Environment variables of the pods."""


def joined(bucket: str, prefix: str | None) -> str:
    """Return a bucket and a prefix with one slash between them and none at the end."""
    return "/".join(part for part in (bucket, (prefix or "").strip("/")) if part)
