import pytest
from pydantic import ValidationError

from function.apis.infra_binding.postgresql.pool import Pool
from function.base.manifest import Json


def test_the_settings_have_the_names_of_pgbouncer() -> None:
    assert Pool.model_validate({"size": 10}).parameters() == {"default_pool_size": "10"}
    both = Pool.model_validate({"size": 10, "max_clients": 200})
    assert both.parameters() == {"default_pool_size": "10", "max_client_conn": "200"}


@pytest.mark.parametrize(
    "fields",
    [{}, {"size": 0}, {"size": "10"}, {"size": 1, "mode": "statement"}, {"size": 1, "instances": 0}, {"size": 10_001}],
)
def test_what_is_no_pool(fields: Json) -> None:
    with pytest.raises(ValidationError):
        Pool.model_validate(fields)
