import pytest

from function.status.size import LARGEST, WORTH_A_WARNING, advice, too_large


@pytest.mark.parametrize("size", [0, 1, 100_000, WORTH_A_WARNING])
def test_an_ordinary_response_is_no_matter(size: int) -> None:
    assert advice(size) is None
    assert too_large(size) is None


@pytest.mark.parametrize("size", [WORTH_A_WARNING + 1, LARGEST])
def test_a_large_response_is_warned_about(size: int) -> None:
    assert too_large(size) is None
    assert "split the resource" in (advice(size) or "")


def test_what_cannot_be_sent_is_refused_with_its_size() -> None:
    assert advice(LARGEST + 1) is None
    assert (too_large(5 * 1024 * 1024) or "").startswith("the response has 5.0 MiB, and Crossplane takes at most 4. ")
