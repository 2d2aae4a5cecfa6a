import pytest

from function.apis.event_driven_service.model.taken_over import TakenOverService
from function.apis.names import named_kinds, renamed, wrong_names
from function.apis.registry import APIS
from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.platform.config import PlatformConfig
from function.render import check, render
from tests.documents import namespaced, platform, worker, xr

WORKER: Manifest = {"kind": "Worker", "plural": "workers", "shortName": "wk"}
OWN = platform(group="apis.example.org", names={"EventDrivenService": WORKER})


def config(**names: Json) -> PlatformConfig:
    return PlatformConfig.model_validate({"names": names})


def own(document: Manifest, kind: str) -> Manifest:
    return {**document, "apiVersion": "apis.example.org/v1alpha1", "kind": kind}


def test_without_names_the_apis_are_the_same() -> None:
    assert [api for api in APIS.values() if renamed(api, PlatformConfig()) is not api] == []


def test_an_api_under_other_names() -> None:
    names = config(EventDrivenService={**WORKER, "category": "acme"})
    api = renamed(APIS["EventDrivenService"], names)
    assert (api.kind, api.composite_kind, api.plural, api.short_name) == ("Worker", "XWorker", "workers", "wk")
    assert (api.category, api.folder) == ("acme", "worker")
    assert renamed(APIS["InfraBinding"], names) is APIS["InfraBinding"]
    assert named_kinds(APIS, names) == {"EventDrivenService": "Worker", "InfraBinding": "InfraBinding"}


@pytest.mark.parametrize(
    ("names", "path", "message"),
    [
        (
            {"Worker": WORKER},
            "names.Worker",
            "must be one of [EventDrivenService, InfraBinding], the kinds that can be renamed",
        ),
        ({"EventDrivenService": {**WORKER, "kind": "InfraBinding"}}, "names", "each API must have its own kind"),
        ({"EventDrivenService": {**WORKER, "plural": "infrabindings"}}, "names", "each API must have its own plural"),
        ({"EventDrivenService": {**WORKER, "shortName": "ib"}}, "names", "each API must have its own shortName"),
    ],
)
def test_names_that_are_wrong(names: dict[str, Json], path: str, message: str) -> None:
    found = list(wrong_names(APIS, config(**names), "names"))
    assert [(problem.path, problem.message, problem.code) for problem in found] == [(path, message, "EP485")]


@pytest.mark.parametrize(
    ("document", "kind"), [(xr(worker()), "XWorker"), (namespaced(worker()), "Worker")], ids=["claims", "namespaced"]
)
def test_a_composite_of_the_own_kind_is_rendered(document: Manifest, kind: str) -> None:
    made = render(Request(xr=own(document, kind), platform=OWN))
    assert made.fatal is None
    assert made.resources == render(Request(xr=document)).resources


@pytest.mark.parametrize("kind", ["EventDrivenService", "XEventDrivenService", "Binding"])
def test_the_product_s_own_kind_is_unknown_then(kind: str) -> None:
    found = check(own(namespaced(worker()), kind), OWN)
    assert [problem.path for problem in found] == ["kind"]
    assert found[0].message.startswith("must be one of [InfraBinding, Worker, XInfraBinding, XWorker], got ")


def test_commands_name_the_own_kind() -> None:
    settings = platform(delivery="direct", names={"EventDrivenService": WORKER})
    document = {**namespaced(worker()), "kind": "Worker"}
    said = str(render(Request(xr=document, platform=settings, required={})).conditions)
    assert "eventdrivenservice" not in said


def test_takeover_mode_leaves_a_kind_and_a_plural_to_what_an_earlier_composition_defined() -> None:
    takeover = PlatformConfig.model_validate({"takeoverMode": True})
    service = renamed(APIS["EventDrivenService"], takeover)
    assert (service.kind, service.plural, service.short_name) == ("EventDrivenService", "eventdrivenservices", "")
    assert service.spec is TakenOverService
    assert renamed(APIS["InfraBinding"], takeover) is APIS["InfraBinding"]
    assert list(wrong_names(APIS, takeover, "spec.names")) == []


def test_it_keeps_the_kind_that_the_platform_chose() -> None:
    takeover = PlatformConfig.model_validate({"takeoverMode": True, "names": {"EventDrivenService": WORKER}})
    service = renamed(APIS["EventDrivenService"], takeover)
    assert (service.kind, service.plural, service.short_name) == ("Worker", "workers", "")
