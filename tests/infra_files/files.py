"""Files in memory, and bindings as short as they can be."""

from collections.abc import Mapping

from function.base.manifest import Manifest
from function.base.variables import Source
from function.check.errors import UnreadableFileError
from function.infra_files.chain import Read
from function.infra_files.load import Loaded, load_binding

BASE = """\
version: "1.0"
environment: base
streams:
  auth_events:
    type: kafka
    partitions: 128
    retention_ms: 1000
    properties:
      security.protocol: SASL_SSL
"""
CHILD = """\
version: "1.0"
environment: development
extends: base.infra
streams:
  auth_events:
    topic: dev.auth.events
    brokers: ${KAFKA_BROKERS:-broker:9092}
    partitions: ${PARTITIONS:-4}
    retention_ms: null
"""
FILES = {"base.infra": BASE, "development.infra": CHILD}
WHOLE: Manifest = {
    "environment": "development",
    "streams": {
        "auth_events": {
            "brokers": "broker:9092",
            "partitions": 4,
            "properties": {"security.protocol": "SASL_SSL"},
            "topic": "dev.auth.events",
            "type": "kafka",
        }
    },
    "version": "1.0",
}


def reader(files: Mapping[str, str]) -> Read:
    """Return a function that reads these files and no others."""

    def read(path: str, *, regular: bool = False) -> bytes:
        if path not in files:
            raise UnreadableFileError(path, FileNotFoundError(2, "No such file or directory"))
        return files[path].encode()

    return read


def loaded(files: Mapping[str, str], path: str, **variables: str) -> Loaded:
    """Return the binding at a path of these files."""
    return load_binding(path, reader(files), [Source("environment", variables)])
