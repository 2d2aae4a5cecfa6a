"""The files that are written and served."""

import re

from function.check import platform
from function.cli.site_files import site_files

FILES = site_files(platform.load(None))


def test_pages_and_what_they_load_are_there_sorted() -> None:
    assert {"index.html", "search-index.js", "site.js", "site.css", "icon.svg"} <= set(FILES)
    assert list(FILES) == sorted(FILES)


def test_what_pages_load_loads_nothing_itself() -> None:
    for name in ("site.css", "site.js"):
        text = FILES[name].decode()
        assert (
            re.findall(r"@import|url\(|https?:|fetch\(|XMLHttpRequest|WebSocket|import\(|eval\(|innerHTML", text) == []
        )
    assert re.findall(r"href|script|<style", FILES["icon.svg"].decode()) == []
