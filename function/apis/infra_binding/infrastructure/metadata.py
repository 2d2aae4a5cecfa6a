"""What is handed to the tool that provisions the infrastructure."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from function.apis.infra_binding.l5 import Binding
from function.base.int_or_string import IntOrString
from function.base.marks import MayHoldSecret
from function.base.text import Text
from function.base.types import LabelKey, LabelValue

TagKey = Annotated[
    str,
    Text(
        "^[-+=._:/@ a-zA-Z0-9]+$",
        meaning="letters, digits, spaces and any of + - = . _ : / @",
        example="CostCenter",
        max_length=128,
    ),
]
TagValue = Annotated[str, StringConstraints(max_length=256), IntOrString()]
AnnotationValue = Annotated[str, StringConstraints(max_length=4096), IntOrString()]


class Metadata(Binding):
    """What is handed to the tool that provisions the infrastructure."""

    tags: Annotated[dict[TagKey, TagValue], Field(max_length=50)] = {}
    """Tags of the cloud's resources, for example for the allocation of costs."""
    labels: Annotated[dict[LabelKey, LabelValue], Field(max_length=64)] = {}
    """Labels of objects of Kubernetes."""
    annotations: Annotated[dict[LabelKey, AnnotationValue], Field(max_length=64)] = {}
    """Annotations of objects of Kubernetes."""
    variables: Annotated[dict[str, Any], MayHoldSecret()] = {}
    """Further variables of the module, with values of any type."""
