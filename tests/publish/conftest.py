from collections.abc import Mapping

import pytest

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.artifacts import artefacts
from function.yaml.dump import dump


@pytest.fixture(scope="session")
def files() -> Mapping[str, str]:
    """Return all generated files by path."""
    return artefacts(APIS.values(), PlatformConfig(), dump)
