from function.apis.infra_binding.sections.dead_letters.basket import Model
from function.base.manifest import Manifest
from tests.plug_ins.cases import Cases

OTHERS: Manifest = {"room": "cellar", "include_metadata": False}
CASES = Cases(
    in_l5=False,
    whole={"type": "basket", "room": "attic", "include_metadata": True},
    changes=OTHERS,
    for_applications=OTHERS,
    refused=[("room", None), ("room", "Attic"), ("include_metadata", "yes"), ("topic", "a")],
)


def test_a_basket_may_have_several_entries() -> None:
    assert list(Model.model_validate(CASES.whole).identities()) == []
