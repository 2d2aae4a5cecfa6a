import pytest

from function.apis.infra_binding.endpoints.steps import ENCRYPT, LOG_IN, of_access


@pytest.mark.parametrize(
    ("encrypted", "logs_in", "expected"),
    [
        (True, True, []),
        (None, True, []),
        (False, True, [ENCRYPT]),
        (None, False, [LOG_IN]),
        (False, False, [ENCRYPT, LOG_IN]),
    ],
)
def test_what_is_missing(*, encrypted: bool | None, logs_in: bool, expected: list[object]) -> None:
    assert list(of_access(encrypted=encrypted, logs_in=logs_in)) == expected
