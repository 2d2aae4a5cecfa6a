"""Other forms of `.infra` files are told from the form of L5 by name, and nothing in that form is taken for one."""

import pytest
from hypothesis import given

from function.apis.infra_binding.model.binding import InfraBinding
from function.base.manifest import Json, Manifest
from function.infra_files.dialect import block_file, is_block_file, other_form, refused, scalar_resources
from tests.property.models import DETERMINISTIC, documents

KAFKA: Manifest = {"type": "kafka", "topic": "a", "brokers": "b"}


@pytest.mark.parametrize(
    ("document", "paths"),
    [
        ({"kafka": {"brokers": "b"}}, ["kafka"]),
        ({"mongodb": {"uri": "x"}}, ["mongodb"]),
        ({"persistence": {}}, ["persistence"]),
        ({"regions": [], "failover": {}}, ["regions", "failover"]),
        ({"streams": {"a": {"topic": "x"}, "b": "y"}}, ["streams.a", "streams.b"]),
        ({"streams": {"a": None}}, ["streams.a"]),
        ({"resources": {"parallelism": 3, "a": {}}}, ["resources.parallelism"]),
        ({"kafka": {}, "streams": {"a": "x"}, "resources": {"cpu": 1}}, ["kafka", "streams.a", "resources.cpu"]),
    ],
)
def test_each_part_of_another_form_is_named(document: Manifest, paths: list[str]) -> None:
    problems = list(other_form(document))
    assert [problem.path for problem in problems] == paths
    assert {(problem.code, problem.severity) for problem in problems} == {("EP423", "error")}
    assert all(problem.place and problem.place.key for problem in problems)


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"streams": {}},
        {"streams": {"a": KAFKA}},
        {"streams": {"a": KAFKA, "b": {"topic": "x"}}},
        {"streams": "x"},
        {"streams": [KAFKA]},
        {"resources": {"_defaults": {"parallelism": 3}}},
        {"resources": 3},
        {"lookups": {"a": {"type": "mongodb"}}},
    ],
)
def test_a_mistake_in_the_form_of_l5_is_not_another_form(document: Manifest) -> None:
    assert list(other_form(document)) == []


@pytest.mark.parametrize("section", ["mongodb", "persistence", "regions", "failover"])
def test_what_cannot_be_converted_says_what_to_write(section: str) -> None:
    (problem,) = refused({section: {}})
    assert problem.message.startswith("belongs to a different .infra format and cannot be converted. Hint: write ")


@pytest.mark.parametrize("document", [{}, {"kafka": {}}, {"resources": {"parallelism": 1}}, {"streams": {"a": "x"}}])
def test_what_may_be_converted_is_not_refused(document: Manifest) -> None:
    assert list(refused(document)) == []


@pytest.mark.parametrize("resources", [{}, [], 3, {"a": {}}])
def test_what_stands_below_a_process_is_no_setting_of_its_own(resources: Json) -> None:
    assert scalar_resources({"resources": resources}) == []


def test_settings_of_resources_are_those_that_are_no_objects() -> None:
    assert scalar_resources({"resources": {"a": 1, "b": {}, "c": []}}) == ["a", "c"]


@pytest.mark.parametrize(
    "text",
    [
        "environment production\n  kafka\n    brokers b:1\n  end\nend\n",
        "# comment\n\nenvironment 'prod'\r\nend\r\n",
        "  environment prod\nend",
    ],
)
def test_a_file_of_blocks_is_recognized(text: str) -> None:
    assert is_block_file(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "environment: prod\nend\n",
        "environment : prod\nend\n",
        "environment prod\n",
        "environment prod extra\nend\n",
        "version: 1\nenvironment prod\nend\n",
        "environment prod\nbackend\n",
        "end\nenvironment prod\n",
        "description: |\n  environment prod\n  end\n",
    ],
)
def test_other_text_is_not_a_file_of_blocks(text: str) -> None:
    assert not is_block_file(text.encode())


def test_bytes_that_are_no_text_are_not_a_file_of_blocks() -> None:
    assert not is_block_file(b"\xff\xfe")
    assert block_file().code == "EP423"


@DETERMINISTIC
@given(documents(InfraBinding))
def test_no_valid_binding_is_another_form(spec: Manifest) -> None:
    spec.pop("resources", None)  # whose content has no schema
    assert list(other_form(spec)) == []
