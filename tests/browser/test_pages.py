"""The pages in a browser: nothing leaves the machine, and everyone can read them."""

import json
from typing import Any

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.action_chains import ActionChains

from tests.browser.conftest import PAGES
from tools.browser import prefer, size

OPEN_ALL = "document.querySelectorAll('details').forEach((found) => (found.open = true));"
TOO_WIDE = """
const wide = (found) => found.getBoundingClientRect().right > 361 && !found.closest("pre, .scroll");
const found = [...document.querySelectorAll("main *")].filter(wide);
return [document.documentElement.scrollWidth, ...found.map((each) => each.outerHTML.slice(0, 80))];
"""
CONTRAST = """
const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const parsed = (color) => color.match(/[\\d.]+/g).map(Number);
function behind(found) {
  for (; found; found = found.parentElement) {
    const color = parsed(getComputedStyle(found).backgroundColor);
    if (color.length < 4 || color[3] === 1) return color;
  }
  return [255, 255, 255];
}
const low = new Set();
for (const found of document.querySelectorAll("body *")) {
  if (!found.checkVisibility() || ![...found.childNodes].some((one) => one.nodeType === 3 && one.data.trim())) continue;
  const [a, b] = [light(parsed(getComputedStyle(found).color)), light(behind(found))].sort((one, two) => two - one);
  const ratio = (a + 0.05) / (b + 0.05);
  if (ratio < 4.5) low.add(`${found.tagName}.${found.className} ${ratio.toFixed(2)} ${found.textContent.slice(0, 30)}`);
}
return [...low];
"""


def logged(driver: Chrome, log: str) -> list[dict[str, str]]:
    """Return the entries of a log since the last call."""
    found: list[dict[str, str]] = driver.get_log(log)  # type: ignore[no-untyped-call] # selenium has no types for it
    return found


def requested(driver: Chrome) -> set[str]:
    """Return the addresses of all requests since the last call."""
    found: set[str] = set()
    for entry in logged(driver, "performance"):
        message: Any = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.add(message["params"]["request"]["url"])
    return found


def test_no_request_leaves_and_the_console_is_empty(driver: Chrome, site: str, served: str) -> None:
    for start in (site, served):
        requested(driver)
        logged(driver, "browser")
        for page in PAGES:
            driver.get(f"{start}/{page}")
            ActionChains(driver).send_keys("/").send_keys("lag").perform()
        found = requested(driver)
        assert {f"{start}/{name}" for name in (*PAGES, "site.js", "site.css", "search-index.js")} <= found
        assert [url for url in found if not url.startswith(f"{start}/")] == []
        assert logged(driver, "browser") == []


@pytest.mark.parametrize("page", PAGES)
def test_a_narrow_screen_needs_no_sideways_scrolling(driver: Chrome, site: str, page: str) -> None:
    size(driver, 360, 720, mobile=True)
    driver.get(f"{site}/{page}")
    driver.execute_script(OPEN_ALL)
    assert driver.execute_script(TOO_WIDE) == [360]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "page", ["index.html", "api-eventdrivenservice.html#spec.nats", "conditions.html", "codes.html#EP104"]
)
def test_texts_have_contrast(driver: Chrome, site: str, page: str, scheme: str) -> None:
    prefer(driver, scheme)
    driver.get(f"{site}/{page}")
    driver.execute_script(OPEN_ALL)
    ActionChains(driver).send_keys("/").send_keys("lag").perform()
    assert driver.execute_script(CONTRAST) == []


def test_the_theme_is_remembered(driver: Chrome, site: str) -> None:
    background = "return getComputedStyle(document.body).backgroundColor"
    driver.get(f"{site}/index.html")
    light = driver.execute_script(background)
    driver.find_element("id", "theme").click()
    dark = driver.execute_script(background)
    driver.get(f"{site}/codes.html")
    assert (driver.execute_script(background), dark != light) == (dark, True)
    assert driver.find_element("id", "theme").get_attribute("aria-label") == "Use the light theme"
    driver.find_element("id", "theme").click()
    assert driver.execute_script(background) == light
    driver.execute_script("localStorage.clear()")


def test_the_keyboard_goes_through_the_page_in_order_with_a_visible_focus(driver: Chrome, site: str) -> None:
    driver.get(f"{site}/index.html")
    order = []
    for _ in range(11):
        ActionChains(driver).send_keys(Keys.TAB).perform()
        order.append(
            driver.execute_script(
                "const found = document.activeElement; const style = getComputedStyle(found);"
                "return [found.id || found.textContent, style.outlineStyle, parseFloat(style.outlineWidth) >= 2]"
            )
        )
    assert [name for name, *_ in order] == [
        *("Skip to the content", "platform.bizmatters.io", "EventDrivenService", "InfraBinding", "PlatformConfig"),
        *("Conditions", "Codes", "Platform", "search", "theme", "EventDrivenService"),
    ]
    assert {(style, wide) for _, style, wide in order} == {("solid", True)}


def test_without_scripts_everything_can_be_read(driver: Chrome, site: str) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get(f"{site}/api-eventdrivenservice.html#spec.scaling.lagThreshold")
        assert driver.find_element("id", "spec.scaling.lagThreshold").is_displayed()
        assert not driver.find_element("id", "search").is_displayed()
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_policy_stops_what_is_not_of_the_site(driver: Chrome, site: str) -> None:
    driver.get(f"{site}/index.html")
    blocked = driver.execute_async_script(
        "const done = arguments[0];"
        "document.addEventListener('securitypolicyviolation', (event) => done(event.violatedDirective));"
        "const made = document.createElement('script'); made.textContent = '1'; document.head.append(made);"
    )
    assert blocked == "script-src-elem"
    logged(driver, "browser")
