import pytest

from function.apis.infra_binding.jobs.chosen import Chosen, chosen


@pytest.mark.parametrize(
    ("asked", "entries", "name"),
    [
        ("b", {"a": 1, "b": 2, "p": 3, "default": 4}, "b"),
        (None, {"a": 1, "p": 3, "default": 4}, "p"),
        (None, {"a": 1, "b": 2, "default": 4}, "default"),
        (None, {"a": 1}, "a"),
        ("a", {"a": 1}, "a"),
    ],
)
def test_the_name_decides_then_the_process_then_default_then_the_only_one(
    asked: str | None, entries: dict[str, int], name: str
) -> None:
    assert chosen("p", asked, entries) == Chosen(name, entries[name])


@pytest.mark.parametrize("entries", [{"a": 1, "b": 2}, {"a": 1, "b": 2, "pp": 3}, {"Default": 1, "P": 2}])
def test_two_storages_are_never_merged_into_one_job(entries: dict[str, int]) -> None:
    assert chosen("p", None, entries) == Chosen(None, None, ambiguous=True)


def test_without_any_there_is_none() -> None:
    assert chosen("p", None, {}) == Chosen(None, None)


@pytest.mark.parametrize("entries", [{}, {"a": 1}, {"a": 1, "b": 2}, {"p": 1}, {"default": 1}])
def test_a_name_that_is_not_there_is_not_replaced_by_another(entries: dict[str, int]) -> None:
    assert chosen("p", "c", entries) == Chosen(None, None)
