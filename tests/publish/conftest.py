from collections.abc import Mapping

import pytest

from function.cli.yaml_dump import dump
from function.publish.artefacts import artefacts
from function.render import APIS
from function.spec.platform_config import PlatformConfig


@pytest.fixture(scope="session")
def files() -> Mapping[str, str]:
    """Return all generated files by path."""
    return artefacts(APIS.values(), PlatformConfig(), dump)
