from function.apis.infra_binding.secret_access import Store
from function.apis.infra_binding.sections.secret_stores.drawer import Model
from function.platform.config import PlatformConfig
from tests.bindings import FETCHED
from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"provider": "drawer", "cabinet": "mahogany", "drawer": "top", "keys": ["user"], "template": {}},
    changes={"cabinet": "rosewood", "drawer": "bottom", "keys[0]": "password", **FETCHED},
    refused=[("cabinet", None), ("cabinet", "oak"), ("drawer", ""), ("keys[0]", "a/b"), ("value", "CANARY")],
)


def test_it_is_fetched_from_its_cabinet() -> None:
    model = Model.model_validate(CASES.whole)
    assert model.existing_secret("shop") is None
    assert model.store(PlatformConfig()) == Store("drawer-mahogany", {"kubernetes": {"remoteNamespace": "mahogany"}})
    assert model.remote() == {"key": "top"}
