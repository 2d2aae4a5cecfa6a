"""A suite and its cases."""

from typing import Annotated, Literal

from pydantic import Field

from function.base.model import Spec
from function.suites.model.expect import Expect
from function.suites.model.given import Given
from function.suites.model.texts import FilePath, Line

API_VERSION, KIND = "platform.fn.bizmatters.io/v1beta1", "Suite"


class Case(Spec):
    """A claim, what surrounds it, and the result that is expected."""

    name: Line
    """What the case shows; no other case of the suite has this name."""
    given: Given = Given()
    """What the case starts from. A field replaces that of the suite; values of `set` are added to its own."""
    expect: Expect = Expect()
    """What results from the claim. An empty case only expects that the claim is not rejected."""


class Suite(Spec):
    """Cases that `platformctl test` runs, each without a cluster, a container, or the network."""

    api_version: Literal["platform.fn.bizmatters.io/v1beta1"]
    """API version of Suite."""
    kind: Literal["Suite"]
    """Suite."""
    given: Given = Given()
    """What all cases start from."""
    generated: Annotated[dict[FilePath, FilePath], Field(max_length=100)] = {}
    """Files that follow from the settings, such as XRDs and Compositions, each with the name that `platformctl schema`
    gives it, as in `definition.yaml: apis/eventdrivenservice/claims.yaml`. Comments and layout do not count."""
    cases: Annotated[list[Case], Field(min_length=1, max_length=10_000)]
    """The cases, which are independent of each other."""
