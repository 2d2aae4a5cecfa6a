"""Sizes: the built-in table, and the claim's size, whose valid values are settings and not part of the model."""

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from function.platform.resources import ResourceList, Resources


def _known(name: str, info: ValidationInfo) -> str:
    sizes = (info.context or {}).get("sizes")
    if sizes is not None and name not in sizes:
        raise PydanticCustomError("literal_error", "unknown size", {"expected": ", ".join(sizes)})
    return name


SizeName = Annotated[str, AfterValidator(_known), Field(json_schema_extra={"x-enum-from": "sizes"})]
"""One of the sizes in the validation context; in the XRD, one of the sizes that it was generated with."""


def _size(cpu: str, memory: str, cpu_limit: str, memory_limit: str) -> Resources:
    return Resources(
        requests=ResourceList(cpu=cpu, memory=memory), limits=ResourceList(cpu=cpu_limit, memory=memory_limit)
    )


SIZES = {
    "small": _size("250m", "512Mi", "1000m", "2Gi"),
    "medium": _size("500m", "1Gi", "2000m", "4Gi"),
    "large": _size("1000m", "2Gi", "4000m", "8Gi"),
}
"""Sizes from the production settings of the first service of this kind."""
