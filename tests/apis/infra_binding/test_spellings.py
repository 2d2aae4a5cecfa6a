"""A setting that is spelled in two ways: one value, one spelling in the document."""

import pytest

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.sections import SECTIONS
from function.apis.infra_binding.spellings import agree, one_spelling
from function.base.manifest import Json, Manifest
from function.base.validation import broken_rules
from tests.cel import judge

SPELLINGS = {"pool.size": "pool_size", "user": "auth.user"}


class Pool(Binding):
    size: int | None = None
    idle: int | None = None


class Auth(Binding):
    user: str | None = None


class Store(Binding):
    rules = agree(SPELLINGS)

    pool: Pool = Pool()
    pool_size: int | None = None
    auth: Auth = Auth()
    user: str | None = None


@pytest.mark.parametrize(
    ("fields", "result"),
    [
        ({}, {}),
        ({"pool_size": 3}, {"pool_size": 3}),
        ({"pool": {"size": 3}}, {"pool_size": 3}),
        ({"pool": {"size": 3, "idle": 1}}, {"pool": {"idle": 1}, "pool_size": 3}),
        ({"pool": {"size": 3}, "pool_size": 3}, {"pool_size": 3}),
        ({"pool": {"idle": 1}}, {"pool": {"idle": 1}}),
        ({"user": "a"}, {"auth": {"user": "a"}}),
        ({"user": "a", "auth": {"type": "basic"}}, {"auth": {"type": "basic", "user": "a"}}),
        ({"pool": "text", "other": [1]}, {"pool": "text", "other": [1]}),
        ({"pool": {"size": False}}, {"pool_size": False}),
    ],
)
def test_each_setting_is_at_one_path(fields: Manifest, result: Manifest) -> None:
    before = repr(fields)
    assert one_spelling(fields, SPELLINGS) == result
    assert repr(fields) == before


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({}, []),
        ({"pool_size": 3}, []),
        ({"pool": {"size": 3}}, []),
        ({"pool": {}, "pool_size": 3}, []),
        ({"pool": {"size": 3}, "pool_size": 3}, []),
        ({"pool": {"size": 3}, "pool_size": 4}, ["spec.pool_size"]),
        ({"user": "a", "auth": {"user": "b"}}, ["spec.auth.user"]),
        ({"user": "", "auth": {"user": "b"}}, ["spec.auth.user"]),
        (
            {"user": "a", "auth": {"user": "b"}, "pool": {"size": 0}, "pool_size": 1},
            ["spec.pool_size", "spec.auth.user"],
        ),
    ],
)
def test_two_spellings_with_different_values_are_refused(fields: Json, paths: list[str]) -> None:
    store = Store.model_validate(fields)
    assert [problem.path for problem in broken_rules(store, "spec")] == paths
    assert [judge(rule.cel, "self", fields) for rule in Store.rules].count(False) == len(paths)


def test_the_message_names_both_and_no_value() -> None:
    store = Store.model_validate({"pool": {"size": 3}, "pool_size": 4})
    (problem,) = broken_rules(store, "spec")
    assert str(problem) == (
        "spec.pool_size: pool_size and pool.size are the same setting with different values. Hint: remove one of them"
    )


@pytest.mark.parametrize("section", SECTIONS)
def test_a_path_stands_for_the_same_in_all_types_of_a_section(section: str) -> None:
    """A file that is merged with others may omit the type."""
    found = {pair for model in SECTIONS[section].values() for pair in model.spellings.items()}
    assert len({other for other, _ in found}) == len(found)
