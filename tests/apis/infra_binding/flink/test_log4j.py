import pytest

from function.apis.infra_binding.flink.log4j import log4j, writes_json
from function.platform.flink import FlinkVersion


def properties(text: str) -> dict[str, str]:
    return dict(line.split(" = ", 1) for line in text.splitlines())


def test_standard_output_is_text_or_json_and_the_file_is_always_text() -> None:
    text, json = properties(log4j("INFO", as_json=False)), properties(log4j("DEBUG", as_json=True))
    assert (text["rootLogger.level"], json["rootLogger.level"]) == ("INFO", "DEBUG")
    assert text["appender.console.layout.type"] == "PatternLayout"
    assert json["appender.console.layout.type"] == "JsonTemplateLayout"
    assert "appender.console.layout.pattern" not in json
    assert text["appender.rolling.layout.type"] == json["appender.rolling.layout.type"] == "PatternLayout"


def test_every_appender_that_is_used_exists() -> None:
    found = properties(log4j("INFO", as_json=False))
    used = {value for key, value in found.items() if key.endswith(".ref")}
    assert used == {found["appender.console.name"], found["appender.rolling.name"]}


@pytest.mark.parametrize(
    ("version", "writes"), [("v1_20", False), ("v2_0", False), ("v2_1", True), ("v2_2", True), (None, False)]
)
def test_only_newer_images_have_the_layout_for_json(version: FlinkVersion | None, writes: bool) -> None:
    assert writes_json(version) == writes
