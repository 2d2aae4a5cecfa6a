"""Chooses the size of a claim from amounts of CPU and memory."""

from collections.abc import Mapping
from decimal import Decimal

from function.base.manifest import Json, at
from function.base.quantity import parse_quantity
from function.platform.config import PlatformConfig
from function.platform.resources import Resources


def nearest(resources: Json, config: PlatformConfig) -> str:
    """Return the size with the most of these amounts, or else the nearest amounts; without any, the default size."""
    names = [config.default_size, *(name for name in config.sizes if name != config.default_size)]
    return min(names, key=lambda name: _distance(resources, config.sizes[name]))


def _distance(resources: Json, size: Resources) -> tuple[int, Decimal]:
    """Return how many amounts differ, and by how much: twice as much is as far as half."""
    sides: Mapping[str, Mapping[str, str]] = {"requests": size.requests.amounts(), "limits": size.limits.amounts()}
    ratios = [
        _ratio(wanted, found)
        for side, amounts in sides.items()
        for name, found in amounts.items()
        if (wanted := at(resources, side, name)) is not None
    ]
    return sum(ratio != 1 for ratio in ratios), sum(ratios, Decimal(0))


def _ratio(wanted: Json, found: str) -> Decimal:
    """Return the larger amount in units of the smaller one; an amount that cannot be read is nearest to all sizes."""
    try:
        amounts = sorted((parse_quantity(str(wanted)), parse_quantity(found)))
        return amounts[1] / amounts[0] if amounts[0] > 0 and amounts[1].is_finite() else Decimal(1)
    except ArithmeticError:
        return Decimal(1)
