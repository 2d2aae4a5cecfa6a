"""One package per section of a binding, discovered automatically.

A package contains `SECTION`, the field of InfraBinding, and `MODELS`, its members by tag. Sections do not depend on
each other.
"""

from collections.abc import Mapping

from function.apis.infra_binding.member import Member
from function.base.discovery import discover

SECTIONS: Mapping[str, Mapping[str, type[Member]]] = {
    package.SECTION: package.MODELS for package in discover(__name__).values()
}
"""The models of each section by their tags."""

MAKES = tuple(
    dict.fromkeys(
        (part.kind, part.made) for models in SECTIONS.values() for model in models.values() for part in model.makes
    )
)
"""The kinds of objects that entries create, each with the condition for it, without duplicates."""
