"""One package per section of a binding, found by what it declares: `streams` serves the field `streams`.

A package holds `SECTION`, the field of InfraBinding, and `MODELS`, its members by tag. Sections know nothing of each
other.
"""

from collections.abc import Mapping

from function.apis.infra_binding.member import Member
from function.base.discovery import discover

SECTIONS: Mapping[str, Mapping[str, type[Member]]] = {
    package.SECTION: package.MODELS for package in discover(__name__).values()
}
"""The models of each section by their tags."""

MAKES = tuple(dict.fromkeys(made for models in SECTIONS.values() for model in models.values() for made in model.makes))
"""The kinds of objects that entries become, each with when and each once."""
