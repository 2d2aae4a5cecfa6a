"""Whatever a binding holds: no object is removed that the spec still needs."""

from functools import partial

from hypothesis import given

from function.apis.infra_binding.implementation import IMPLEMENTATION
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.resolve import prepare
from function.base.manifest import Manifest
from function.base.validation import parse
from function.plan import cluster
from function.status.safety import unsafe
from tests.bindings import PAYMENTS, composite, config
from tests.property.test_bindings import BINDINGS, CLOUDS, EXAMPLES, made


@EXAMPLES
@given(BINDINGS)
def test_no_object_that_it_asks_for_is_removed_by_a_bug(spec: Manifest) -> None:
    """The guard refuses each removal that the spec does not explain, whatever key it has."""
    document = composite(spec)
    seen = cluster.observed(made(document, cluster.observed(made(document, {}))))
    if not seen:
        return
    found, _ = parse(InfraBinding, spec, "spec")
    assert found is not None
    resolved = prepare(found, PAYMENTS, config(**CLOUDS))
    keeps = partial(IMPLEMENTATION.keeps, resolved)
    for key in seen:
        kept = {other: manifest for other, manifest in seen.items() if other != key}
        refused = unsafe(kept, seen, emits=IMPLEMENTATION.emits, keeps=lambda name, found: keeps(name, found, {}))
        assert [problem.code for problem in refused] == ["EP310"], key
