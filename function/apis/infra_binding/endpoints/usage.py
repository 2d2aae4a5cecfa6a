"""CPU and memory of pods, and their sum."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from function.base.quantity import parse_quantity

_UNITS = (("Gi", 2**30), ("Mi", 2**20), ("Ki", 2**10))


@dataclass(frozen=True, kw_only=True)
class Usage:
    """A number of equal pods with what each of them requests and may use; None is not set."""

    what: str
    number: int = 1
    cpu: str | None = None
    memory: str | None = None
    cpu_limit: str | None = None
    memory_limit: str | None = None


@dataclass(frozen=True)
class Total:
    """The sum of requests."""

    pods: int
    cpu: str
    memory: str


def total(found: Iterable[Usage]) -> Total:
    """Return the sum of what is requested."""
    pods, cpu, memory = 0, Decimal(0), Decimal(0)
    for usage in found:
        pods += usage.number
        cpu += usage.number * parse_quantity(usage.cpu or "0")
        memory += usage.number * parse_quantity(usage.memory or "0")
    return Total(pods, _cores(cpu), _bytes(memory))


def _cores(amount: Decimal) -> str:
    return str(int(amount)) if amount == int(amount) else f"{int(amount * 1000)}m"


def _bytes(amount: Decimal) -> str:
    """Return the amount in the largest unit that gives at most one decimal place without a loss."""
    for unit, size in _UNITS:
        tenths = amount * 10 / size
        if tenths >= 10 and tenths == int(tenths):
            return f"{Decimal(int(tenths)) / 10:f}".removesuffix(".0") + unit
    return str(int(amount))
