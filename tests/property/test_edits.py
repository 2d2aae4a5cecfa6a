"""Whatever a document becomes: nothing is operational until the cluster has taken it, and then it is again."""

import pytest
from hypothesis import assume, given, settings

from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.render import render
from tests.convergence.edits import BINDING_DELIVERIES, DELIVERIES, assert_never_ahead, settled
from tests.property.models import DETERMINISTIC
from tests.property.strategies import SPECS
from tests.property.test_bindings import BINDINGS

EXAMPLES = settings(DETERMINISTIC, max_examples=30)


@pytest.mark.parametrize("delivery", DELIVERIES)
@EXAMPLES
@given(SPECS, SPECS)
def test_any_service_may_become_any_other(delivery: str, before: Json, after: Json) -> None:
    document, platform = DELIVERIES[delivery]
    for spec in (before, after):
        # only the function knows the names of time zones
        assume(render(Request(xr=document(spec), platform=platform)).fatal is None)
    assert_never_ahead(settled(document(before), platform), document(after), platform)


@pytest.mark.parametrize("delivery", DELIVERIES)
@EXAMPLES
@given(BINDINGS, BINDINGS)
def test_so_may_any_binding_unless_that_is_refused(delivery: str, before: Manifest, after: Manifest) -> None:
    document, platform = BINDING_DELIVERIES[delivery]
    made = render(Request(xr=document(before), platform=platform))
    if made.fatal is not None:
        return
    start = settled(document(before), platform)
    answer = render(Request(xr=document(after), observed=start.observed, platform=platform))
    if answer.fatal is None:
        assert_never_ahead(start, document(after), platform)
    else:
        assert answer.conditions[-1].status == "False"
