"""The settings of PlatformConfig for the names of the kinds."""

from typing import Annotated

from function.base.model import Spec
from function.base.text import Text
from function.base.types import DnsLabel

ApiKind = Annotated[
    str,
    Text("^[A-Z][a-zA-Z0-9]*$", meaning="a kind such as Worker", example="Worker", max_length=40),
]


class Names(Spec):
    """The names of an API in another organization. Generate its XRDs with the same value."""

    kind: ApiKind
    """Kind of claims and namespaced composites, such as Worker; composites of claims are of kind XWorker."""
    plural: DnsLabel
    """Plural in lower case, such as workers."""
    short_name: DnsLabel
    """Short name for kubectl, such as wk."""
    category: DnsLabel = "platform"
    """Category for kubectl."""
