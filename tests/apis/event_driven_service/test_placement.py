from function.apis.event_driven_service.model.pod import TopologySpread
from function.apis.event_driven_service.placement import placement, spread
from function.base.manifest import present
from function.platform.placement import Spread
from function.platform.pod_defaults import PodDefaults

SELECTOR = {"app": "orders"}


def claimed(key: str, skew: int) -> TopologySpread:
    return TopologySpread.model_validate({"topologyKey": key, "maxSkew": skew})


def default(key: str) -> Spread:
    return Spread.model_validate({"topologyKey": key})


def test_without_settings_nothing_is_set() -> None:
    assert present(placement(PodDefaults(), SELECTOR)) == {}
    assert spread([], [], SELECTOR) == []


def test_the_platform_spreads_first() -> None:
    made = spread([claimed("host", 2)], [default("zone")], SELECTOR)
    assert [(constraint["topologyKey"], constraint["maxSkew"]) for constraint in made] == [("zone", 1), ("host", 2)]
    assert {str(constraint["labelSelector"]) for constraint in made} == {str({"matchLabels": SELECTOR})}


def test_a_claim_replaces_the_constraint_of_the_same_node_label() -> None:
    made = spread([claimed("zone", 5)], [default("zone"), default("rack")], SELECTOR)
    assert [(constraint["topologyKey"], constraint["maxSkew"]) for constraint in made] == [("rack", 1), ("zone", 5)]


def test_an_empty_affinity_is_none() -> None:
    pods = PodDefaults.model_validate({"affinity": {}, "dnsConfig": {}})
    assert present(placement(pods, SELECTOR)) == {}
