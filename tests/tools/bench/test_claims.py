import pytest

from function.base.manifest import Manifest, items_at, mapping_at, text_at
from function.base.problems import errors
from function.render import check
from tools.bench import claims


@pytest.mark.parametrize(
    "claim", [claims.service(0), claims.service(999, env=30, secrets=10), claims.binding(0), claims.binding(19)]
)
def test_a_claim_is_valid(claim: Manifest) -> None:
    assert errors(check(claim, {})) == ()


def test_no_two_claims_share_a_name() -> None:
    names = {text_at(claims.service(number), "metadata", "name") for number in range(1000)}
    assert len(names) == 1000


def test_lists_are_as_long_as_asked_for() -> None:
    claim = claims.service(1, env=30, secrets=10)
    assert (len(items_at(claim, "spec", "env")), len(items_at(claim, "spec", "secretRefs"))) == (30, 10)
    assert len(mapping_at(claims.binding(1, streams=3), "spec", "streams")) == 3
