"""The Workspace that a binding asks for, and what becomes of it."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from function.apis.infra_binding.lifecycle import emits, keeps
from function.apis.infra_binding.terraform.workspace import has_workspace
from function.base.manifest import Json, Manifest, items_at, mapping_at, text_at
from function.base.request import Request
from function.delivery.live import orphaned
from function.platform.config import PlatformConfig
from function.render import render
from tests.bindings import composed, composite, namespaced, resolved, settled
from tests.documents import platform
from tests.leaves import leaves
from tests.schemas import violations
from tests.support import look
from tests.terraform import REPOSITORY, made, settings, spec

KEY = "workspace-terraform"
FIELDS = f"{KEY}.spec.forProvider"


def files(found: Mapping[str, Manifest]) -> dict[str, Any]:
    """Return the files of the document in these manifests."""
    data = mapping_at(found["document"], "data")
    return {name: json.loads(str(text)) for name, text in data.items() if not name.endswith(".md")}


def test_it_reads_the_outputs_of_the_module_with_the_variables_of_the_binding() -> None:
    found = made(spec({"days": 30, "zones": ["a", "b"]}))
    assert violations(found[KEY]) == []
    assert look(found, f"{KEY}.metadata.name") == "payments.terraform"
    assert look(found[KEY], "metadata.annotations") == {"crossplane.io/external-name": "prod"}
    assert look(found, f"{KEY}.spec.managementPolicies") == ["Observe"]
    assert look(found, FIELDS) == {
        "source": "Remote",
        "module": f"{REPOSITORY}//modules/emr?ref=v3.2.1",
        "initArgs": ["-backend-config=bucket=acme-state", "-backend-config=key=shop/emr.tfstate"],
        "varmap": {"environment": "production", "days": 30, "zones": ["a", "b"]},
    }
    assert look(found, f"{KEY}.spec.providerConfigRef") == {"kind": "ClusterProviderConfig", "name": "default"}


def test_the_variables_are_those_of_the_file() -> None:
    found = made(spec({"days": 30}))
    assert files(found)["terraform.tfvars.json"] == look(found, f"{FIELDS}.varmap")


def test_it_applies_the_module_only_on_request() -> None:
    found = look(made(spec(crossplane="apply")), f"{KEY}.spec.managementPolicies")
    assert found == ["Observe", "Create", "Update", "LateInitialize"]


@pytest.mark.parametrize(
    ("config", "account"),
    [
        ({"kind": "ProviderConfig", "name": "aws"}, {"kind": "ProviderConfig", "name": "aws"}),
        ({"name": "aws"}, {"kind": "ClusterProviderConfig", "name": "aws"}),
    ],
)
def test_the_platform_says_whose_credentials_it_uses(config: Json, account: Json) -> None:
    given = {**mapping_at(settings(), "spec"), "terraform": {"workspaces": True, "providerConfig": config}}
    assert look(made(spec(), platform(**given)), f"{KEY}.spec.providerConfigRef") == account


def test_every_setting_has_its_case() -> None:
    known = {field for field in leaves(PlatformConfig) if field.startswith("terraform.")}
    assert known == {"terraform.workspaces", "terraform.providerConfig.kind", "terraform.providerConfig.name"}


def test_without_a_request_there_is_none() -> None:
    assert list(made(spec(crossplane=None))) == ["document"]
    assert not has_workspace(resolved().asked)


def test_without_the_setting_there_is_none_and_the_document_says_why() -> None:
    config = settings(workspaces=False)
    found = made(spec(), config)
    reason = "PlatformConfig.spec.terraform.workspaces is not set, so Crossplane runs no Terraform"
    lines = files(found)["unmanaged.yaml"]
    assert list(found) == ["document"]
    assert lines["infrastructure.terraform"] == reason
    assert "nothing runs Terraform here" in lines["infrastructure.terraform.module_source"]
    status = render(Request(xr=composite(spec()), platform=config)).status
    (entry,) = (one for one in items_at(status, "bindings") if text_at(one, "name") == "infrastructure.terraform")
    assert (look(entry, "managed"), look(entry, "reason")) == (False, reason)


def test_with_it_no_line_says_that_nobody_runs_terraform() -> None:
    found = made({**spec({"days": 30})})
    assert list(files(found)["unmanaged.yaml"]) == ["infrastructure.metadata.variables", "secrets.db"]


def test_the_status_counts_it() -> None:
    document = composite(spec({"days": 30}))
    answer = render(Request(xr=document, observed=settled(document, settings()), platform=settings()))
    assert look(answer.status, "bindings.1") == {
        "name": "infrastructure.terraform",
        "managed": True,
        "ready": True,
        "physical": "payments.terraform",
    }
    assert look(answer.status, "sections.1") == {
        "name": "infrastructure",
        "entries": 2,
        "managed": 1,
        "ready": 1,
        "reason": "it is for what the provider creates, and terraform.tfvars.json contains it",
    }


def test_it_goes_with_the_request_and_with_nothing_else() -> None:
    seen = settled(composite(spec()), settings())
    assert emits(KEY)
    assert KEY not in composed(composite(spec(crossplane=None)), seen, settings())
    answer = render(Request(xr=composite(spec()), observed=seen, platform=settings(workspaces=False)))
    assert answer.fatal == (
        f"observed.resources.{KEY}: spec.infrastructure.terraform still needs this object, but it would be removed. "
        "Hint: restore PlatformConfig, or remove the field first"
    )
    assert keeps(resolved(), KEY, {}, {}) is None


def test_it_does_not_go_on_without_its_binding() -> None:
    """An orphan would go on applying the module; the infrastructure stays, because Delete is no policy of it."""
    assert not orphaned(composed(composite(spec(crossplane="apply")), {}, settings())[KEY])


@pytest.mark.parametrize("delivery", ["object", "direct"])
def test_a_cluster_accepts_it(delivery: str) -> None:
    config = platform(**{**mapping_at(settings(), "spec"), "delivery": delivery})
    answer = render(Request(xr=namespaced(spec()), platform=config))
    assert answer.fatal is None, answer.fatal
    assert violations(answer.resources[KEY].manifest) == []
