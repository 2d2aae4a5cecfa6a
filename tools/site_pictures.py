"""Draws the pictures of the reference site: `make site-pictures`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.action_chains import ActionChains

from function.check import platform
from function.cli.site_files import site_files
from tools.browser import browser, prefer, size, write_site

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
WIDE, NARROW = (1280, 800), (360, 720)


def show(driver: Chrome, address: str, scheme: str = "light", screen: tuple[int, int] = WIDE) -> None:
    """Open a page with a color scheme on a screen."""
    driver.get("about:blank")  # or an anchor of the same page would only be scrolled to
    prefer(driver, scheme)
    size(driver, *screen, mobile=screen == NARROW)
    driver.get(address)


def typed(driver: Chrome, *keys: str) -> None:
    """Press keys, as a user without a mouse does."""
    for key in keys:
        ActionChains(driver).send_keys(key).perform()


def draw(driver: Chrome, site: str) -> Iterator[str]:
    """Yield the name of each picture when the page shows it."""
    service = f"{site}/api-eventdrivenservice.html"
    show(driver, f"{service}#spec.scaling")
    yield "light"
    show(driver, f"{service}#spec.scaling", "dark")
    yield "dark"
    show(driver, f"{site}/index.html")
    typed(driver, "/", "lag", Keys.ARROW_DOWN)
    yield "search"
    show(driver, f"{service}#spec.env")
    typed(driver, Keys.TAB, Keys.TAB)
    yield "keyboard"
    show(driver, f"{service}#spec.nats", screen=NARROW)
    yield "narrow"


def main() -> int:
    """Write the pictures."""
    try:
        with TemporaryDirectory() as folder, browser() as driver:
            site = write_site(Path(folder), dict(site_files(platform.load(None))))
            for name in draw(driver, site):
                file = FOLDER / f"site-{name}.png"
                file.write_bytes(driver.get_screenshot_as_png())
                print(f"written: {file.relative_to(FOLDER.parent.parent)}")
    except FileNotFoundError as error:
        print(f"site-pictures: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
