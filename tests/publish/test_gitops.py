from pathlib import Path

import yaml

from function.apis.registry import APIS, named_apis
from function.platform.config import PlatformConfig
from function.publish.argocd_health import HEALTH
from function.publish.gitops import argocd, flux

ROOT = Path(__file__).parents[2]
OWN = PlatformConfig.model_validate(
    {
        "group": "apis.example.org",
        "names": {"EventDrivenService": {"kind": "Worker", "plural": "workers", "shortName": "wk"}},
    }
)


def test_the_shipped_file_for_flux_is_this() -> None:
    shipped = yaml.safe_load((ROOT / "package" / "gitops" / "flux" / "services.yaml").read_text())
    assert flux(APIS.values(), PlatformConfig()) == shipped


def test_both_follow_group_and_names() -> None:
    apis = named_apis(OWN).values()
    spec = flux(apis, OWN)["spec"]
    assert isinstance(spec, dict)
    assert "apis.example.org/v1alpha1" in str(spec["healthCheckExprs"])
    data = argocd(apis, OWN, HEALTH)["data"]
    assert isinstance(data, dict)
    assert list(data) == [
        "resource.customizations.health.apis.example.org_Worker",
        "resource.customizations.health.apis.example.org_InfraBinding",
    ]


def test_the_script_is_the_shipped_one() -> None:
    shipped = (ROOT / "package" / "gitops" / "argocd" / "health.lua").read_text()
    assert shipped.endswith(HEALTH)
    assert set(argocd(APIS.values(), PlatformConfig(), HEALTH)["data"].values()) == {HEALTH}  # type: ignore[union-attr]  # a mapping
