from function.apis.infra_binding.monitoring.receivers.bell import Model
from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"type": "bell", "name": "tower", "rope": "secret://db/rope"},
    changes={"name": "door", "rope": "secret://db/other"},
    refused=[("type", "Bell"), ("name", "a b"), ("rope", "hemp"), ("rope", None), ("webhook_url", "secret://db/url")],
)


def test_the_rope_is_a_reference() -> None:
    assert Model.model_validate(CASES.whole).credential() == "secret://db/rope"
