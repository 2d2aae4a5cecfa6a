"""The labels of what we emit. The selector is a fixed subset: a Deployment's selector can never change."""

from function.base.image import tag
from function.base.types import LABEL_VALUE
from function.base.validation import matches

NAME = "app.kubernetes.io/name"
COMPONENT = "app.kubernetes.io/component"
MANAGED_BY = "app.kubernetes.io/managed-by"
VERSION = "app.kubernetes.io/version"
RESERVED = (COMPONENT, MANAGED_BY, NAME, VERSION)


def selector(name: str, component: str) -> dict[str, str]:
    """Return the labels that select a service's pods, the same for ever."""
    return {NAME: name, COMPONENT: component}


def common(name: str, component: str) -> dict[str, str]:
    """Return the labels of an object that has no version."""
    return {**selector(name, component), MANAGED_BY: "crossplane"}


def recommended(name: str, component: str, image: str) -> dict[str, str]:
    """Return the labels of every object of a service; the version is left out where a tag is no label value."""
    version = tag(image)
    labels = common(name, component)
    if version and len(version) <= LABEL_VALUE.max_length and matches(LABEL_VALUE.pattern, version):
        labels[VERSION] = version
    return labels
