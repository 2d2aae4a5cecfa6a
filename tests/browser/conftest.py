"""A browser with the site in a folder, and in a server."""

import os
from collections.abc import Iterator
from threading import Thread

import pytest
from selenium.webdriver import Chrome

from function.check import platform
from function.cli.site_files import site_files
from function.cli.site_server import HOST, site_server
from tools.browser import MISSING, browser, prefer, size, write_site

FILES = dict(site_files(platform.load(None)))
PAGES = sorted(name for name in FILES if name.endswith(".html"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chrome]:
    """Start the browser once, which takes seconds."""
    if os.environ.get("REQUIRE_BROWSER") != "1":
        pytest.skip("make site-test")
    try:
        with browser() as driver:
            yield driver
    except FileNotFoundError:
        pytest.fail(MISSING)


@pytest.fixture
def driver(chromium: Chrome) -> Chrome:
    """Return the browser with an empty page, a wide screen, and a light system."""
    chromium.get("about:blank")
    prefer(chromium, "light")
    size(chromium, 1280, 800)
    return chromium


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the folder with the site."""
    return write_site(tmp_path_factory.mktemp("site"), FILES)


@pytest.fixture
def served() -> Iterator[str]:
    """Return the address of a server with the site."""
    with site_server(FILES, 0) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://{HOST}:{server.server_port}"
        server.shutdown()
        thread.join()
