"""Kubernetes quantities, in the API server's grammar (apimachinery, resource.Quantity)."""

from decimal import Decimal
from functools import lru_cache

_BINARY = {suffix: Decimal(1024) ** power for power, suffix in enumerate(("Ki", "Mi", "Gi", "Ti", "Pi", "Ei"), start=1)}
_DECIMAL = {"m": Decimal("0.001")} | {
    suffix: Decimal(1000) ** power for power, suffix in enumerate(("k", "M", "G", "T", "P", "E"), start=1)
}
_FACTORS = (_BINARY | _DECIMAL).items()


@lru_cache(maxsize=1024)
def parse_quantity(quantity: str) -> Decimal:
    """Return the value of a valid quantity: 1.5Gi is 1610612736, 250m is 0.25."""
    for suffix, factor in _FACTORS:
        if quantity.endswith(suffix):
            return Decimal(quantity.removesuffix(suffix)) * factor
    return Decimal(quantity)


def mebibytes(quantity: str) -> int:
    """Return an amount of memory in whole MiB, rounded down: 1.5Gi is 1536."""
    return int(parse_quantity(quantity) / 2**20)
