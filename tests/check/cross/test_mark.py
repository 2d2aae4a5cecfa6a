import pytest

from function.check.cross.mark import compatible
from tests.check.cross.trees import facts_of, service
from tests.documents import worker, xr


def test_a_place_in_a_claim() -> None:
    (claim,) = facts_of(service()).claims
    assert str(claim.mark("spec.nats.stream")) == "EventDrivenService shop/orders (1.yaml:9)"
    assert str(claim.mark("spec.env[3].name")) == "EventDrivenService shop/orders (1.yaml:6)"


def test_the_namespace_of_a_claim_is_known_only_if_it_is_written() -> None:
    claim = service()
    claim["metadata"] = {"name": "orders"}
    (unplaced,), (composite,) = facts_of(claim).claims, facts_of(xr(worker())).claims
    assert (unplaced.namespace, composite.namespace) == ("", "shop")


@pytest.mark.parametrize(("one", "two", "same"), [("a", "a", True), ("a", "", True), ("", "", True), ("a", "b", False)])
def test_an_unknown_namespace_may_be_any(one: str, two: str, same: bool) -> None:
    assert compatible(one, two) is compatible(two, one) is same
