from function.apis.infra_binding.sections.streams.river import Model
from tests.bindings import binding, manifests
from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"type": "river", "topic": "water://elbe", "dig": True, "direction": "source", "properties": {"p": "v"}},
    changes={"topic": "water://weser", "dig": False, "direction": "sink", "properties{p}": "w"},
    for_applications=["direction", "properties{p}"],
    refused=[("topic", None), ("topic", "elbe"), ("topic", "water://"), ("dig", "yes"), ("brokers", "k:9092")],
)


def test_it_is_made_under_the_key_of_a_stream() -> None:
    made = manifests(binding(streams={"orders": CASES.whole}))["stream-orders"]
    assert [made["kind"]] == [part.kind for part in Model.makes]
