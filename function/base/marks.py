"""Marks that annotate field types with what the type alone cannot express."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MayHoldSecret:
    """The value may contain a credential: no error repeats it or anything below it."""


@dataclass(frozen=True)
class MayReferToSecret:
    """A string that may be `secret://name/key`, where `name` is an entry of spec.secrets."""


@dataclass(frozen=True)
class Address:
    """An address, or several separated by commas; function.apis.addresses rejects hosts that no claim may name."""


@dataclass(frozen=True)
class Shape:
    """A valid value of the type in YAML's flow style, shown to users who wrote another type."""

    text: str


@dataclass(frozen=True)
class InSeconds:
    """A whole number of seconds, which users often write with a unit."""
