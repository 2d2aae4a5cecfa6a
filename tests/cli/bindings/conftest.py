"""A base and two files that extend it, in the folder where the command runs."""

import pytest

from tests.cli.conftest import Write
from tests.infra_files.files import BASE, CHILD

DEVELOPMENT = CHILD
PRODUCTION = """\
version: "1.0"
environment: production
extends: base.infra
streams:
  auth_events:
    topic: prod.auth.events
    brokers: ${KAFKA_BROKERS}
    replication: 3
"""


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave no variable of this machine in the way."""
    for name in ("KAFKA_BROKERS", "PARTITIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def infra(write: Write) -> Write:
    """Write the files, and return what writes another one."""
    write("infra/base.infra", BASE)
    write("infra/development.infra", DEVELOPMENT)
    write("infra/production.infra", PRODUCTION)
    return write
