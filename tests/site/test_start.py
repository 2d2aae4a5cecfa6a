"""The start page."""

from collections.abc import Mapping

from tests.sites import Parsed


def test_it_leads_to_every_page(files: Mapping[str, bytes]) -> None:
    links = set(Parsed(files["index.html"]).values("href"))
    assert {name for name in files if name.endswith(".html")} - links == set()


def test_it_counts_what_there_is(files: Mapping[str, bytes], own: Mapping[str, bytes]) -> None:
    assert "platform.bizmatters.io/v1alpha1, 210 fields" in Parsed(files["index.html"]).text
    assert "apis.example.org/v1alpha1, " in Parsed(own["index.html"]).text
