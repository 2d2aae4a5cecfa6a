"""Claims that several workloads would share."""

from function.base.manifest import Manifest
from function.importing.repeated import repeated


def claim(name: str, namespace: str = "shop") -> Manifest:
    return {"metadata": {"name": name, "namespace": namespace}}


def test_different_claims_are_no_problem() -> None:
    assert repeated([]) == {}
    assert repeated([None, claim("a"), None, claim("b"), claim("a", "other")]) == {}


def test_the_second_claim_of_a_name_is_a_problem() -> None:
    found = repeated([claim("a"), None, claim("a"), claim("b"), claim("a")])
    assert list(found) == [2, 4]
    assert found[2].code == "EP508"
    assert found[2].message == (
        "another workload also becomes the claim 'a' in the namespace 'shop'. "
        "Hint: import them one by one, with other names (--name)"
    )
