import pytest

from function.base.condition import Condition


@pytest.mark.parametrize("message", ["", " ", "\n"])
def test_a_condition_without_a_message_cannot_exist(message: str) -> None:
    """Crossplane never settles a claim whose condition loses its message: it applies the empty text over and over."""
    with pytest.raises(ValueError, match="Validated: the reason Valid has no message"):
        Condition("Validated", "True", "Valid", message)
