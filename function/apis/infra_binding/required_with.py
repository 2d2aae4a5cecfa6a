"""The rule that a field is required with a value of another one."""

from function.base.rule import Rule


def required_with(field: str, other: str, value: str, *, always: bool = False) -> Rule:
    """Return the rule that `field` is required if the text `other` is `value`.

    `always` is whether `other` itself is required.
    """
    absent = "" if always else f"!has(self.{other}) || "
    return Rule(
        cel=f"{absent}self.{other} != '{value}' || has(self.{field})",
        message=f"required with {other}: {value}",
        field=field,
        reason="FieldValueRequired",
        holds=lambda found: getattr(found, other) != value or getattr(found, field) is not None,
    )
