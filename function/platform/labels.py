"""The settings of PlatformConfig about labels of claims."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.problems import Place
from function.base.rule import Rule
from function.base.types import LabelKey


def _of_kubernetes(key: str) -> bool:
    return key.partition("/")[0].endswith(("kubernetes.io", "k8s.io"))


class Labels(Spec):
    """Requirements for the labels of claims."""

    rules = (
        Rule(
            cel="!has(self.required) || !self.required.exists(key, key.split('/')[0].endsWith('kubernetes.io') || "
            "key.split('/')[0].endsWith('k8s.io'))",
            breaks=lambda labels: Place(f"required[{[*map(_of_kubernetes, labels.required)].index(True)}]"),
            message="labels in the kubernetes.io and k8s.io domains are not copied from claims and cannot be required",
            field="required",
            holds=lambda labels: not any(map(_of_kubernetes, labels.required)),
        ),
    )

    required: Annotated[list[LabelKey], Field(max_length=16)] = []
    """Labels that every claim must have. They are copied to all objects."""
