"""Marks on the types of fields: what a value may be beside what its type says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MayHoldSecret:
    """Someone may have put a credential here: no error repeats the value, nor anything below it."""


@dataclass(frozen=True)
class MayReferToSecret:
    """A text that may be `secret://name/key`, where `name` is an entry of spec.secrets."""
