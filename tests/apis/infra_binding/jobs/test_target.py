import pytest

from function.apis.infra_binding.jobs.target import elsewhere
from function.base.manifest import Manifest
from tests.bindings import model


@pytest.mark.parametrize(
    "deployment", [{"type": "yarn"}, {"type": "standalone"}, {"type": "kubernetes", "namespace": "other"}]
)
def test_processes_that_nothing_deploys_have_a_reason(deployment: Manifest) -> None:
    why = elsewhere(model(deployment=deployment).deployment, "shop")
    assert why is not None
    assert why.startswith("deployment.")
    assert "the document contains its configuration" in why


def test_so_have_those_of_a_binding_that_does_not_say_where() -> None:
    assert elsewhere(None, "shop") == (
        "deployment.type is not kubernetes, so nothing deploys it; the document contains its configuration"
    )


@pytest.mark.parametrize("deployment", [{"type": "kubernetes"}, {"type": "kubernetes", "namespace": "shop"}])
def test_others_run_in_the_namespace_of_the_binding(deployment: Manifest) -> None:
    assert elsewhere(model(deployment=deployment).deployment, "shop") is None
