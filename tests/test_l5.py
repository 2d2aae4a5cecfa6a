"""What the L5 specification says of a section is in the API under L5's names, and the API has no type beside it."""

import re
from collections.abc import Callable

import pytest
from pydantic import TypeAdapter, ValidationError

from function.apis.infra_binding.deployment.targets import MODELS as TARGETS
from function.apis.infra_binding.flink.process import Process
from function.apis.infra_binding.l5 import Reference
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.sections import SECTIONS
from function.apis.infra_binding.units import ByteSize, Duration
from function.base.codes import CODES
from function.base.variables import is_malformed, variables_in
from tests.l5.rows import of_processes, of_targets, of_types
from tests.l5_features import BEYOND, FEATURES, RULES, TYPES, Feature
from tests.leaves import leaves
from tests.plug_ins.families import CASES

L5 = of_types()
DEPLOYMENT = of_targets()
ONE_VALUE = {"scaling.type"}
"""Fields of targets that can hold one value only, which are not among those of a model."""


def plugged_in(place: str) -> set[str]:
    """Return the types of a place, such as `streams.entry`, that L5 does not have."""
    return {plug_in.tag for plug_in, cases in CASES if plug_in.path == f"spec.{place}" and not cases.in_l5}


@pytest.mark.parametrize("section", L5)
def test_the_types_are_those_of_l5(section: str) -> None:
    assert set(SECTIONS[section]) - plugged_in(f"{section}.entry") == set(L5[section])


@pytest.mark.parametrize(("section", "kind"), [(section, kind) for section, kinds in L5.items() for kind in kinds])
def test_every_field_of_l5_is_there(section: str, kind: str) -> None:
    assert set(L5[section][kind]) <= set(leaves(SECTIONS[section][kind]))


def test_the_resources_of_a_process_are_those_of_l5() -> None:
    assert set(of_processes()) <= set(leaves(Process))


def test_the_targets_of_a_deployment_are_those_of_l5() -> None:
    assert set(TARGETS) - plugged_in("deployment") == set(DEPLOYMENT)


@pytest.mark.parametrize("target", DEPLOYMENT)
def test_the_fields_of_a_target_are_those_of_l5(target: str) -> None:
    assert set(DEPLOYMENT[target]) - ONE_VALUE <= set(leaves(TARGETS[target]))


FIELDS = set(leaves(InfraBinding))


def there(place: str) -> bool:
    """Return whether the model has a field, or anything below it."""
    pattern = re.escape(place).replace(re.escape("(*)"), r"(\([a-z_0-9]+\))?")
    return any(re.match(rf"{pattern}([.{{\[]|$)", field) for field in FIELDS)


@pytest.mark.parametrize("row", FEATURES, ids=lambda row: f"{row.table}: {row.name}")
def test_the_api_has_every_row_of_the_tables(row: Feature) -> None:
    assert [place for place in row.places if not there(place)] == []


def test_the_tables_have_every_type_of_the_api() -> None:
    text = " ".join(place for row in FEATURES for place in row.places)
    known = {section: set(re.findall(rf"{section}{{}}\(([a-z_0-9]+)\)", text)) for section in SECTIONS}
    tables = {section: tags for section, tags in known.items() if tags}
    assert tables.keys() >= {"streams", "secrets"}
    beyond = {section: BEYOND.get(section, set()) | plugged_in(f"{section}.entry") for section in tables}
    assert {section: set(SECTIONS[section]) - tags - beyond[section] for section, tags in tables.items()} == {
        section: set() for section in tables
    }


@pytest.mark.parametrize("name", TYPES)
def test_types_are_those_of_the_tables(name: str) -> None:
    right, wrong = TYPES[name]
    judges: dict[str, Callable[[str], object]] = {
        "duration": TypeAdapter(Duration).validate_python,
        "byte size": TypeAdapter(ByteSize).validate_python,
        "secret ref": TypeAdapter(Reference).validate_python,
        "env variable": lambda text: variables_in(text) and not is_malformed(text),
    }
    assert [text for text in right if not accepts(judges[name], text)] == []
    assert [text for text in wrong if accepts(judges[name], text)] == []


def accepts(is_one: Callable[[str], object], text: str) -> bool:
    try:
        return bool(is_one(text))
    except ValidationError:
        return False


def test_every_rule_of_validation_has_a_code() -> None:
    assert set(RULES.values()) <= {code.name for code in CODES}
