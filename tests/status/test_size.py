import pytest

from function.status.size import advice, too_large

MEBIBYTE = 1024 * 1024


@pytest.mark.parametrize("size", [0, 100_000, 3_355_443])
def test_an_ordinary_response_is_no_matter(size: int) -> None:
    assert advice(size) is None
    assert too_large(size) is None


@pytest.mark.parametrize("size", [3_355_444, 4 * MEBIBYTE])
def test_a_large_response_is_warned_about(size: int) -> None:
    assert too_large(size) is None
    assert "split the resource" in (advice(size) or "")


def test_what_cannot_be_sent_is_refused_with_its_size() -> None:
    assert advice(4 * MEBIBYTE + 1) is None
    assert too_large(4 * MEBIBYTE + 1)
    assert (too_large(5 * MEBIBYTE) or "").startswith(
        "the response is 5.0 MiB, but Crossplane accepts at most 4 MiB. Hint: "
    )


def test_a_server_that_sends_less_says_so() -> None:
    assert too_large(MEBIBYTE, MEBIBYTE) is None
    refusal = too_large(MEBIBYTE + 1, MEBIBYTE)
    assert refusal is not None
    assert refusal.startswith("the response is 1.0 MiB, but the server sends at most 1.0 MiB. Hint: ")
