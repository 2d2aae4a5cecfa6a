"""The size for amounts of CPU and memory."""

import pytest

from function.base.manifest import Json
from function.importing.sizes import nearest
from function.platform.config import PlatformConfig

CONFIG = PlatformConfig()


@pytest.mark.parametrize(
    ("resources", "size"),
    [
        (None, "medium"),
        ({}, "medium"),
        ({"requests": {"cpu": "250m", "memory": "512Mi"}}, "small"),
        ({"requests": {"cpu": "0.25"}}, "small"),
        ({"requests": {"cpu": "10m", "memory": "16Mi"}}, "small"),
        ({"limits": {"memory": "64Gi"}}, "large"),
        ({"requests": {"cpu": "600m", "memory": "1Gi"}}, "medium"),
        ({"requests": {"cpu": "1", "memory": "1Gi"}, "limits": {"cpu": "4", "memory": "8Gi"}}, "large"),
    ],
)
def test_the_size_with_the_most_of_the_amounts_or_the_nearest(resources: Json, size: str) -> None:
    assert nearest(resources, CONFIG) == size


@pytest.mark.parametrize("amount", ["x", "", "0", "-1", "NaN", "Infinity", "1e999999999", [], {}, True])
def test_an_amount_that_makes_no_sense_decides_nothing(amount: Json) -> None:
    assert nearest({"requests": {"cpu": amount}}, CONFIG) in CONFIG.sizes
