"""Variables in the services of a compose file."""

import pytest

from function.base.manifest import Json
from function.importing.compose import composed
from tests.importing.test_compose import VARIABLES, container


def message(**service: Json) -> str:
    (found,) = composed({"services": {"web": service}}, VARIABLES)
    (misfit,) = found.unfit
    return misfit.message


@pytest.mark.parametrize(
    ("service", "name"),
    [
        ({"image": "a:$TAG"}, "TAG"),
        ({"image": "${REGISTRY}/a:${TAG:?set it}"}, "REGISTRY, TAG"),
        ({"environment": {"A": "${B}"}}, "B"),
        ({"environment": {"A": "$B"}}, "B"),
        ({"environment": ["A=$B"]}, "B"),
        ({"environment": ["A"]}, "A"),
        ({"environment": {"A": None}}, "A"),
        ({"command": ["a", "${B}"]}, "B"),
    ],
)
def test_a_variable_without_a_value_is_named(service: dict[str, Json], name: str) -> None:
    assert message(**service) == (
        f"does not fit into a claim: no value for {name}. Hint: set {name} in the environment or in a file .env"
    )


@pytest.mark.parametrize("text", ["pa$CANARY", "CANARY$CANARY", "A=CANARY$CANARY", "CANARY$1", "CANARY${", "CANARY$"])
def test_a_password_with_a_dollar_sign_is_not_repeated(text: str) -> None:
    found = message(environment={"A": text})
    assert found
    assert "CANARY" not in found + message(command=[text])


def test_of_two_variables_with_one_name_the_last_counts() -> None:
    assert container(environment=["A=1", "A=2"])["env"] == [{"name": "A", "value": "2"}]
    assert "overrides it" in message(environment=["A=1", "A=2"])
