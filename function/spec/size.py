"""Names of the platform's sizes: the one value whose choices are settings and not part of the model."""

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError


def _known(name: str, info: ValidationInfo) -> str:
    sizes = (info.context or {}).get("sizes")
    if sizes is not None and name not in sizes:
        raise PydanticCustomError("literal_error", "unknown size", {"expected": ", ".join(sizes)})
    return name


SizeName = Annotated[str, AfterValidator(_known), Field(json_schema_extra={"x-enum-from": "sizes"})]
"""One of the sizes that the validation's context names; in the XRD, one of those it is generated with."""
