"""Labels of emitted objects. The selector is a fixed subset: the selector of a Deployment is immutable."""

from function.base.image import tag
from function.base.types import LABEL_VALUE
from function.base.validation import fits

NAME = "app.kubernetes.io/name"
COMPONENT = "app.kubernetes.io/component"
MANAGED_BY = "app.kubernetes.io/managed-by"
VERSION = "app.kubernetes.io/version"
RESERVED = (COMPONENT, MANAGED_BY, NAME, VERSION)


def selector(name: str, component: str) -> dict[str, str]:
    """Return the labels that select a service's pods; they never change."""
    return {NAME: name, COMPONENT: component}


def common(name: str, component: str) -> dict[str, str]:
    """Return the labels of an object without a version."""
    return {**selector(name, component), MANAGED_BY: "crossplane"}


def recommended(name: str, component: str, image: str) -> dict[str, str]:
    """Return the labels of every object of a service; the version is omitted if the tag is not a label value."""
    version = tag(image)
    labels = common(name, component)
    if version and fits(LABEL_VALUE, version):
        labels[VERSION] = version
    return labels
