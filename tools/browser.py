"""Starts a browser without a screen for the reference site: the package chromium of Debian, driven by selenium."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

PROGRAMS = ("chromium", "chromedriver")
MISSING = "needs chromium and its driver: apt-get install --no-install-recommends chromium chromium-driver"
_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"),
    # nothing of its own: no updates, no lists, no account, no first-run page
    *("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-quic", "--disable-default-apps", "--disable-extensions", "--lang=en-US"),
    # and no name leads anywhere, so that a request that leaves would fail
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@contextmanager
def browser() -> Iterator[Chrome]:
    """Start a browser with an empty profile, which records its requests; raises FileNotFoundError without programs."""
    paths = [which(program) for program in PROGRAMS]
    if None in paths:
        raise FileNotFoundError(MISSING)
    with TemporaryDirectory() as profile:
        options = ChromeOptions()
        options.binary_location = str(paths[0])
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        driver = Chrome(options=options, service=ChromeService(executable_path=str(paths[1])))
        try:
            yield driver
        finally:
            driver.quit()


def size(driver: Chrome, width: int, height: int, *, mobile: bool = False) -> None:
    """Give the page a size, in pixels of CSS."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def prefer(driver: Chrome, scheme: str) -> None:
    """Let the page see a setting of the system: light or dark."""
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def write_site(folder: Path, files: dict[str, bytes]) -> str:
    """Write a site into an existing folder and return the address of the folder."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder.as_uri()
