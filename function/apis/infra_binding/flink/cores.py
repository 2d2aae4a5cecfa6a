"""The rule about numbers of CPU cores that a schema alone cannot express."""

from function.base.rule import Rule
from function.platform.flink import LEAST_CORES


def at_least_a_tenth(field: str) -> Rule:
    """Return the rule for a field; the API server compares a whole number with the whole part of a minimum."""

    def holds(model: object) -> bool:
        cores = getattr(model, field)
        return cores is None or cores >= LEAST_CORES

    return Rule(
        cel=f"!has(self.{field}) || self.{field} >= {LEAST_CORES}",
        message=f"must be at least {LEAST_CORES}",
        field=field,
        code="EP105",
        holds=holds,
    )
