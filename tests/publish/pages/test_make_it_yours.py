"""Every example of the page has an effect, and every setting has an example."""

import pytest
import yaml

from function.apis.platform_settings import platform_settings
from function.platform.defaults import Defaults
from function.platform.pod_defaults import PodDefaults
from function.publish.pages.adaptations import ADAPTATIONS, Adaptation
from function.publish.pages.make_it_yours import make_it_yours_page
from function.yaml.dump import dump
from tests.documents import platform

PAGE = make_it_yours_page(dump)


def section(title: str) -> str:
    return PAGE.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("adaptation", ADAPTATIONS, ids=lambda found: str(found.title))
def test_each_example_shows_a_difference(adaptation: Adaptation) -> None:
    text = section(adaptation.title)
    difference = text.split("```diff\n")[1].split("```")[0]
    assert any(line.startswith("+") for line in difference.splitlines())
    assert "digest" not in text
    assert yaml.safe_load(text.split("```yaml\n")[1].split("```")[0])["spec"] == adaptation.settings


@pytest.mark.parametrize("adaptation", ADAPTATIONS, ids=lambda found: str(found.title))
def test_each_example_is_valid(adaptation: Adaptation) -> None:
    assert platform_settings(platform(**adaptation.settings))[1] == []


def test_every_default_has_an_example() -> None:
    text = str([adaptation.settings for adaptation in ADAPTATIONS])
    fields = {**Defaults.model_fields, **PodDefaults.model_fields}
    names = {info.alias or name for name, info in fields.items()} - {"overridable", "dnsPolicy"}
    assert sorted(name for name in names if f"'{name}'" not in text) == []
    assert "'networkPolicy'" in text
    assert "'overlays'" in text


@pytest.mark.parametrize(
    ("title", "restarts"),
    [("Labels and annotations", "yes"), ("Nodes", "yes"), ("Old revisions", "no"), ("Network", "no"), ("Sizes", "yes")],
)
def test_the_page_says_which_settings_restart_pods(title: str, restarts: str) -> None:
    (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| [{title}]")]
    assert row.endswith(f"| {restarts} |")


def test_the_page_is_always_the_same() -> None:
    assert make_it_yours_page(dump) == PAGE
