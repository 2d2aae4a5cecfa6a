"""Words of other projects lead to the reasons that claims have."""

import pytest

from function.apis.registry import REASONS
from function.base.condition import TYPES
from function.publish.explain import other_names
from function.publish.explain.other_names import is_of_crossplane, reasons_for
from function.trace import pod


def test_all_reasons_exist_and_no_word_is_one_of_them() -> None:
    for word, reasons in other_names._REASONS.items():
        assert set(reasons) <= set(REASONS)
        assert word not in (*REASONS, *TYPES)


@pytest.mark.parametrize("word", ["CrashLoopBackOff", "crashloopbackoff"])
def test_case_does_not_matter(word: str) -> None:
    assert reasons_for(word) == ("CrashLooping",)


@pytest.mark.parametrize("word", pod._EXPLAINED)
def test_every_reason_that_status_explains_at_a_pod_is_known(word: str) -> None:
    assert reasons_for(word)


@pytest.mark.parametrize("word", ["", "CrashLooping", "Synced", "BackOff"])
def test_other_words_lead_to_no_reason(word: str) -> None:
    assert reasons_for(word) == ()


def test_what_crossplane_sets_is_known() -> None:
    assert is_of_crossplane("Synced")
    assert is_of_crossplane("reconcileerror")
    assert not is_of_crossplane("Operational")
    assert not is_of_crossplane("")
