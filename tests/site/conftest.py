"""Sites, which take a while to write."""

from collections.abc import Mapping

import pytest

from tests.sites import OWN, made


@pytest.fixture(scope="session")
def files() -> Mapping[str, bytes]:
    """Return the site of the built-in settings."""
    return made()


@pytest.fixture(scope="session")
def own() -> Mapping[str, bytes]:
    """Return the site of an organization with its own group, kinds, and sizes."""
    return made(OWN)
