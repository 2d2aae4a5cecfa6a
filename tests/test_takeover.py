"""The files of examples/takeover: settings for what an earlier composition set, and a definition with its names."""

from typing import Any

import pytest
import yaml

from function.apis.event_driven_service.migration import EARLIER_AMOUNTS
from function.apis.event_driven_service.model.taken_over import PROBES, SLOTS, TakenOverService
from function.apis.names import renamed
from function.apis.platform_settings import platform_settings
from function.apis.registry import APIS
from function.base.manifest import Json, Manifest, mapping_at
from function.platform.size import SIZES
from function.publish.pages.api import api_page
from function.render import check
from function.yaml.dump import dump
from tests.documents import worker, xr
from tests.support import look, manifests
from tools.golden import EXAMPLES, ROOT

FOLDER = EXAMPLES / "takeover"
PLATFORM: Manifest = yaml.safe_load((FOLDER / "platform.yaml").read_text())
DEFINITION: dict[str, Any] = yaml.safe_load((FOLDER / "definition.yaml").read_text())
STOCK: dict[str, Any] = yaml.safe_load((ROOT / "apis" / "eventdrivenservice" / "claims.yaml").read_text())
ADDED = {*(str(TakenOverService.model_fields[name].alias) for name in (*SLOTS, *PROBES)), "takeover"}


def fields(definition: dict[str, Any]) -> dict[str, Any]:
    (version,) = definition["spec"]["versions"]
    found: dict[str, Any] = version["schema"]["openAPIV3Schema"]["properties"]["spec"]["properties"]
    return found


def test_the_definition_has_the_names_that_cannot_change_and_no_others() -> None:
    spec = DEFINITION["spec"]
    assert spec["names"] == {"kind": "XEventDrivenService", "plural": "xeventdrivenservices"}
    assert spec["claimNames"] == {"kind": "EventDrivenService", "plural": "eventdrivenservices"}
    assert DEFINITION["metadata"] == STOCK["metadata"]


def test_it_declares_the_deprecated_fields_and_changes_no_other() -> None:
    ours, stock = fields(DEFINITION), fields(STOCK)
    assert ours.keys() - stock.keys() == ADDED
    changed = {name for name, schema in stock.items() if ours[name] != schema}
    assert changed == {"size"}
    assert all(ours[name]["description"].startswith("Deprecated: use ") for name in ADDED - {"takeover"})


def test_the_stock_definition_has_none_of_them() -> None:
    assert not fields(STOCK).keys() & ADDED
    assert "shortNames" in STOCK["spec"]["names"]


def test_the_sizes_are_the_built_in_ones_and_that_of_the_earlier_composition() -> None:
    sizes = mapping_at(PLATFORM, "spec", "sizes")
    built_in = {name: size.model_dump(exclude_none=True, by_alias=True) for name, size in SIZES.items()}
    assert sizes == {"micro": EARLIER_AMOUNTS, **built_in}


@pytest.mark.parametrize(
    ("fields", "port"), [({}, "8080"), ({"httpPort": 3000}, "3000"), ({"httpPort": 8080}, "8080")], ids=str
)
def test_pods_have_what_the_earlier_composition_set(fields: dict[str, Json], port: str) -> None:
    made = manifests(worker(**fields), PLATFORM)
    env = look(made, "deployment.spec.template.spec.containers.0.env")
    assert isinstance(env, list)
    names = [mapping_at({"entry": entry}, "entry")["name"] for entry in env]
    assert names[:3] == ["NATS_URL", "NATS_STREAM_NAME", "NATS_CONSUMER_GROUP"]
    assert {"PORT", "OTEL_SERVICE_NAME", "OTEL_SERVICE_VERSION", "OTEL_RESOURCE_ATTRIBUTES"} <= {*names}
    assert {"name": "PORT", "value": port} in env
    expected = {"prometheus.io/scrape": "true", "prometheus.io/path": "/metrics", "prometheus.io/port": port}
    assert look(made, "deployment.spec.template.metadata.annotations") == expected
    assert look(made, "service.metadata.annotations") == expected


def test_a_claim_may_set_them_itself() -> None:
    spec = worker(env=[{"name": "OTEL_SERVICE_NAME", "value": "own"}], podAnnotations={"prometheus.io/port": "9090"})
    assert [problem for problem in check(xr(spec), PLATFORM) if problem.code == "EP480"] == []


def test_the_reference_page_names_no_short_name() -> None:
    config, problems = platform_settings(PLATFORM)
    assert config is not None, problems
    page = api_page(renamed(APIS["EventDrivenService"], config), config, dump)
    assert "(`" not in page.partition("## Minimal example")[0]
    assert "## Columns of `kubectl get eventdrivenservices`" in page
    assert "`secret1Name`" in page
