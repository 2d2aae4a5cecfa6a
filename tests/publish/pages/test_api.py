import re
from collections.abc import Mapping

import pytest
import yaml

from function.apis.api import Api
from function.apis.registry import APIS
from function.base.model import Spec
from function.platform.config import PlatformConfig
from function.render import check


def blocks(page: str) -> list[str]:
    return re.findall("```yaml\n(.*?)```", page, re.DOTALL)


@pytest.mark.parametrize("api", APIS.values(), ids=lambda api: api.kind)
def test_the_example_of_an_api_is_valid(api: Api[Spec], files: Mapping[str, str]) -> None:
    (example,) = blocks(files[f"apis/{api.folder}/README.md"])
    assert check(yaml.safe_load(example), {}) == []


@pytest.mark.parametrize("api", APIS.values(), ids=lambda api: api.kind)
def test_names_and_columns_are_there(api: Api[Spec], files: Mapping[str, str]) -> None:
    page = files[f"apis/{api.folder}/README.md"]
    for word in (api.kind, api.composite_kind, api.short_name, *(column.name for column in api.columns)):
        assert word in page


def test_the_platform_config_page_shows_every_setting_and_its_default(files: Mapping[str, str]) -> None:
    page = files["docs/reference/platform-config.md"]
    for info in PlatformConfig.model_fields.values():
        assert f"| `{info.alias}` |" in page
    assert "| `clusterDomain` | string | `cluster.local` |" in page


def test_the_platform_config_example_is_valid(files: Mapping[str, str]) -> None:
    (example,) = blocks(files["docs/reference/platform-config.md"])
    assert PlatformConfig.model_validate(yaml.safe_load(example)["spec"]).delivery == "object"


@pytest.mark.parametrize("name", ["docs/reference/platform-config.md", "apis/eventdrivenservice/README.md"])
def test_tables_are_whole(files: Mapping[str, str], name: str) -> None:
    rows = [re.findall(r"(?<!\\)\|", line) for line in files[name].splitlines() if line.startswith("|")]
    assert {len(row) for row in rows} <= {3, 4, 5}
