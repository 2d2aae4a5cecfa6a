"""The page of the PlatformConfig."""

from collections.abc import Mapping

from function.publish.pages.adaptations import ADAPTATIONS
from tests.sites import Parsed


def test_it_has_every_example(files: Mapping[str, bytes]) -> None:
    text = Parsed(files["settings.html"]).text
    assert [found.title for found in ADAPTATIONS if found.title not in text] == []
    assert text.count("kind: PlatformConfig\n") == len(ADAPTATIONS)


def test_links_of_other_pages_are_only_text(files: Mapping[str, bytes]) -> None:
    text = Parsed(files["settings.html"]).text
    assert "see Your own group." in text
    assert "](#" not in text


def test_it_has_the_sections_in_its_navigation(files: Mapping[str, bytes]) -> None:
    links = Parsed(files["settings.html"]).values("href")
    assert {"#spec.policy", "#spec.sizes", "#examples"} <= set(links)
