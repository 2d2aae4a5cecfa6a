"""The base of what an L5 infrastructure binding (`.infra` document) holds, in L5's own spelling."""

import re
from hashlib import sha256
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from function.base.int_or_string import IntOrString
from function.base.marks import MayHoldSecret, MayReferToSecret
from function.base.model import Spec
from function.base.types import ConfigKey

SECRET_REFERENCE = "^secret://[a-z_][a-z0-9_]*/[-._a-zA-Z0-9]+$"  # noqa: S105 - the shape of a reference, no secret


_CLEAN = re.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?")


class Binding(Spec):
    """An object of a binding: keys are spelled as L5 has them, with underscores."""

    model_config = ConfigDict(alias_generator=None)


PropertyValue = Annotated[str, StringConstraints(max_length=1024), IntOrString(), MayReferToSecret()]
"""A client property; whole numbers may stand without quotes."""

Properties = Annotated[dict[ConfigKey, PropertyValue], Field(max_length=64), MayHoldSecret()]


def object_name(logical: str) -> str:
    """Return the Kubernetes name of a logical name (fields.LogicalName); no two names become the same."""
    return logical.replace("_", "-")


def physical_name(text: str) -> str:
    """Return the Kubernetes name of a topic and the like: with dashes for dots, or with a digest if more had to change.

    So a.b and a-b become the same.
    """
    dashed = text.replace(".", "-")
    if _CLEAN.fullmatch(dashed) and len(dashed) <= 63:
        return dashed
    cleaned = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:50].strip("-")
    return f"{cleaned or 'x'}-{sha256(text.encode()).hexdigest()[:8]}"
