"""The page of an API: names, an example with what it becomes, and every field."""

from collections.abc import Mapping

import pytest

from function.apis.registry import APIS, named_apis
from function.base.manifest import mapping_at
from function.platform.config import PlatformConfig
from function.site.claims import file_of
from tests.sites import OWN, Parsed, made

CANARY = "CANARY-of-a-credential"


@pytest.mark.parametrize("api", APIS.values(), ids=lambda api: str(api.kind))
def test_it_has_the_names_and_the_objects(files: Mapping[str, bytes], api: object) -> None:
    known = next(found for found in APIS.values() if found is api)
    text = Parsed(files[file_of(known)]).text
    for part in (known.kind, known.plural, known.composite_kind, *(kind for kind, _ in known.makes)):
        assert part in text


def test_the_example_is_a_claim_and_is_rendered(files: Mapping[str, bytes]) -> None:
    text = Parsed(files["api-eventdrivenservice.html"]).text
    assert "kind: EventDrivenService\nmetadata:\n  name: orders\n" in text
    assert "What it becomes with the built-in defaults: ServiceAccount, Deployment, Service, ScaledObject" in text
    assert "kind: Deployment\n" in text


def test_an_organization_has_its_own_names_and_sizes(own: Mapping[str, bytes]) -> None:
    text = Parsed(own["api-worker.html"]).text
    assert "apiVersion: apis.example.org/v1alpha1\nkind: Worker\n" in text
    assert "one of xs, xl" in text
    assert "kind: Deployment\n" in text
    assert "EventDrivenService" not in text


def test_texts_of_the_settings_are_not_in_the_example() -> None:
    spec = {**mapping_at(OWN, "spec"), "defaults": {"pod": {"env": [{"name": "HTTPS_PROXY", "value": CANARY}]}}}
    files = made({**OWN, "spec": spec})
    assert [name for name, content in files.items() if CANARY.encode() in content] == []


@pytest.mark.parametrize("kind", ["Index", "Codes", "Platform", "Settings", "Conditions"])
def test_no_kind_takes_the_page_of_something_else(kind: str) -> None:
    names = {"EventDrivenService": {"kind": kind, "plural": "workers", "shortName": "wk"}}
    config = PlatformConfig.model_validate({"names": names})
    file = file_of(named_apis(config)["EventDrivenService"])
    assert file not in {"index.html", "codes.html", "platform.html", "settings.html", "conditions.html"}
