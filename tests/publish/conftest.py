from collections.abc import Mapping

import pytest

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.artifacts import artifacts
from function.yaml.dump import dump


@pytest.fixture(scope="session")
def files() -> Mapping[str, str]:
    """Return all generated files by path."""
    return artifacts(APIS.values(), PlatformConfig(), dump)
