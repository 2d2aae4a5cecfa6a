"""The search in a browser: everything is found by its name, with keys alone."""

from typing import Any

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.action_chains import ActionChains

FOUND_FIRST = """
return REFERENCE.filter(([, above, name, page, anchor]) => {
  const full = above ? above + "." + name : name;
  const href = page + (anchor ? "#" + encodeURIComponent(anchor) : "");
  return !search(full).slice(0, 2).some((found) => found.href === href);
}).map(([, above, name]) => above + "." + name);
"""
BY_OWN_NAME = """
return REFERENCE.filter(([, , name, page, anchor]) => !search(name.slice(name.lastIndexOf(".") + 1))
  .some((found) => found.name === name)).map(([, , name]) => name);
"""


def press(driver: Chrome, *keys: str) -> None:
    for key in keys:
        ActionChains(driver).send_keys(key).perform()


def first(driver: Chrome) -> str:
    return str(
        driver.execute_script("return document.querySelector('#results a[aria-selected=true] code')?.textContent")
    )


def test_every_field_reason_and_code_is_found_by_its_name(driver: Chrome, site: str) -> None:
    """A condition and a reason may have the same name, so one of them is the second result."""
    driver.set_script_timeout(120)
    driver.get(f"{site}/index.html")
    assert driver.execute_script("return REFERENCE.length") > 2000
    assert driver.execute_script(FOUND_FIRST) == []
    assert driver.execute_script(BY_OWN_NAME) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lagThreshold", "EventDrivenService.spec.scaling.lagThreshold"),
        ("LAGTHRESHOLD", "EventDrivenService.spec.scaling.lagThreshold"),
        ("spec.env[0].name", "EventDrivenService.spec.env.name"),
        ("InfraBinding.spec.streams.kafka.topic", "InfraBinding.spec.streams.kafka.topic"),
        ("ImagePullFailed", "ImagePullFailed"),
        ("EP104", "EP104"),
        ("large", "large"),
        ("PlatformConfig", "PlatformConfig"),
    ],
)
def test_typed_text_selects_the_best_result(driver: Chrome, site: str, text: str, expected: str) -> None:
    driver.get(f"{site}/codes.html")
    press(driver, "/", text)
    assert first(driver) == expected


def test_words_of_a_description_are_found(driver: Chrome, site: str) -> None:
    driver.get(f"{site}/index.html")
    press(driver, "/", "registry credentials")
    assert "PlatformConfig.spec.defaults.pod.imagePullSecrets" in driver.find_element("id", "results").text


@pytest.mark.parametrize("text", ["zzzz", "<b>", "[0]", ".*", "'", "\\"])
def test_what_is_not_there_says_so(driver: Chrome, site: str, text: str) -> None:
    driver.get(f"{site}/index.html")
    press(driver, "/", text)
    assert driver.find_elements("css selector", "#results b") == []
    assert "result" in driver.find_element("id", "count").text


def test_keys_open_a_result_and_the_field_is_shown_with_the_focus(driver: Chrome, site: str) -> None:
    driver.get(f"{site}/index.html")
    press(driver, "/", "lagThreshold", Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER)
    assert driver.current_url == f"{site}/api-eventdrivenservice.html#spec.scaling.lagThreshold"
    shown: Any = driver.execute_script(
        "const found = document.getElementById('spec.scaling.lagThreshold');"
        "return [found.checkVisibility(), found.contains(document.activeElement), found.getBoundingClientRect().top]"
    )
    assert shown[:2] == [True, True]
    assert 60 <= shown[2] < 400  # below the header


def test_a_result_on_the_same_page_is_shown_too(driver: Chrome, site: str) -> None:
    driver.get(f"{site}/api-infrabinding.html")
    press(driver, "/", "InfraBinding.spec.streams.kafka.topic", Keys.ENTER)
    assert driver.execute_script("return document.getElementById('spec.streams.kafka.topic').checkVisibility()")
    assert driver.find_element("id", "search").get_attribute("aria-expanded") == "false"


def test_arrows_go_around_and_escape_closes_and_then_empties(driver: Chrome, site: str) -> None:
    driver.get(f"{site}/index.html")
    box = driver.find_element("id", "search")
    press(driver, "/", "lag")
    begin = first(driver)
    press(driver, Keys.ARROW_UP)
    assert first(driver) != begin
    press(driver, Keys.ARROW_DOWN)
    assert first(driver) == begin
    assert box.get_attribute("aria-activedescendant") == "result-0"
    press(driver, Keys.ESCAPE)
    assert (box.get_attribute("aria-expanded"), box.get_attribute("value")) == ("false", "lag")
    press(driver, Keys.ESCAPE)
    assert box.get_attribute("value") == ""


def test_a_slash_is_a_character_in_the_search(driver: Chrome, site: str) -> None:
    driver.get(f"{site}/index.html")
    press(driver, "/", "a", "/", "b")
    assert driver.find_element("id", "search").get_attribute("value") == "a/b"
