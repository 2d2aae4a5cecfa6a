import pytest

from function.apis.infra_binding.jobs.target import elsewhere
from function.base.manifest import Json


@pytest.mark.parametrize(
    "deployment",
    [
        {},
        {"type": "yarn"},
        {"type": "standalone"},
        {"type": "docker_compose"},
        {"type": ["kubernetes"]},
        {"namespace": "shop"},
        {"type": "kubernetes", "namespace": "other"},
    ],
)
def test_processes_that_nothing_deploys_have_a_reason(deployment: dict[str, Json]) -> None:
    why = elsewhere(deployment, "shop")
    assert why is not None
    assert why.startswith("deployment.")
    assert "the document contains its configuration" in why


@pytest.mark.parametrize("deployment", [{"type": "kubernetes"}, {"type": "kubernetes", "namespace": "shop"}])
def test_others_run_in_the_namespace_of_the_binding(deployment: dict[str, Json]) -> None:
    assert elsewhere(deployment, "shop") is None
