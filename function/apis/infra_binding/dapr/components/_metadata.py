"""The settings of a component, under Dapr's own names."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import ConfigDict, Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.secret_refs import with_secret_key_refs
from function.base.manifest import Json, Manifest
from function.base.model import Spec
from function.base.text import Text

DaprDuration = Annotated[
    str,
    Text(
        "^[0-9]{1,9}(ms|s|m|h)$",
        meaning="a number and one of the units ms, s, m, h",
        example="200ms",
        max_length=11,
    ),
]
Number = Annotated[int, Field(ge=0, le=1_000_000)]


class Metadata(Spec):
    """Settings of a component."""

    model_config = ConfigDict(serialize_by_alias=True)


def items(written: Mapping[str, Json], secrets: Mapping[str, BoundSecret]) -> Iterator[Manifest]:
    """Yield the settings as a Component has them: all values are texts, and credentials are references."""
    for name, value in written.items():
        found = with_secret_key_refs(value, secrets)
        yield {"name": name, **found} if isinstance(found, dict) else {"name": name, "value": _text(value)}


def _text(value: Json) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
