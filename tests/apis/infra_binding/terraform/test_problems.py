import pytest

from function.base.manifest import Json, Manifest
from function.base.problems import errors
from function.render import check
from tests.bindings import composite
from tests.terraform import REPOSITORY, reported, settings, spec

ADDRESS = (
    "a Workspace needs a Git address with one ref, and nothing else that decides which code runs. "
    "Hint: write git::https://HOST/REPOSITORY//FOLDER, and a tag or commit as module_version"
)
PATH = "spec.infrastructure.terraform"
POLICY = "not allowed by PlatformConfig.spec.policy.terraform"


@pytest.mark.parametrize("mode", ["observe", "apply"])
def test_what_the_platform_allows_is_no_problem(mode: Json) -> None:
    assert reported(spec(crossplane=mode)) == []


@pytest.mark.parametrize("mode", ["observe", "apply"])
@pytest.mark.parametrize(
    "module", [{"module_source": "hashicorp/consul/aws"}, {"module_version": None}, {"module_version": "~> 1.2"}]
)
def test_code_that_may_change_is_refused(mode: Json, module: Manifest) -> None:
    assert reported(spec(**{**module, "crossplane": mode})) == [f"{PATH}.module_source: {ADDRESS}"]


@pytest.mark.parametrize("mode", ["observe", "apply"])
@pytest.mark.parametrize(
    "source", ["git::https://example.org/platforms/a.git", "git::https://example.org.evil.org/platform/a.git"]
)
def test_so_is_code_of_others_even_if_only_its_outputs_are_read(mode: Json, source: str) -> None:
    """The provider plans the module before it reads them, which runs its data sources."""
    text = f"runs a module that is not among those allowed; {POLICY}.modules"
    assert reported(spec(module_source=source, crossplane=mode)) == [f"{PATH}.module_source: {text}"]


@pytest.mark.parametrize("mode", ["observe", "apply"])
@pytest.mark.parametrize("ref", ["main", "refs/pull/1/head", "0123456789abcdef0123456789abcdef01234567", "1.0", "V1"])
@pytest.mark.parametrize("in_address", [True, False])
def test_so_is_a_ref_that_nobody_may_have_reviewed(mode: Json, ref: str, in_address: bool) -> None:
    source = f"{REPOSITORY}//modules/emr"
    module: Manifest = {"module_source": f"{source}?ref={ref}", "module_version": None}
    if not in_address:
        module = {"module_source": source, "module_version": ref}
    text = f"uses a ref of the module that is not among those allowed; {POLICY}.refs"
    field = "module_source" if in_address else "module_version"
    assert reported(spec(**module, crossplane=mode)) == [f"{PATH}.{field}: {text}"]


def test_without_refs_every_module_is_refused() -> None:
    (found,) = reported(spec(), settings(refs=[]))
    assert found.endswith(f"{POLICY}.refs")


def test_modules_are_applied_only_if_the_platform_says_so_too() -> None:
    text = f"applies the module with the credentials of the platform; {POLICY}.apply"
    assert reported(spec(crossplane="apply"), settings(apply=False)) == [f"{PATH}.crossplane: {text}"]
    assert reported(spec(crossplane="observe"), settings(apply=False)) == []


@pytest.mark.parametrize(
    ("module", "field"),
    [
        ({"workspace": "staging"}, "workspace"),
        ({"workspace": None}, "workspace"),
        ({"backend_config": {"bucket": "other", "key": "shop/a"}}, "backend_config.bucket"),
        ({"backend_config": {"bucket": "acme-state", "key": "other/a"}}, "backend_config.key"),
    ],
)
def test_the_state_of_others_is_refused(module: Manifest, field: str) -> None:
    text = f"names a state that namespace shop does not own; {POLICY}.states"
    assert reported(spec(**module)) == [f"{PATH}.{field}: {text}"]


def test_a_state_that_the_module_would_choose_is_refused() -> None:
    text = f"is not set, so the module would choose the state; {POLICY}.states"
    assert reported(spec(backend_config={"bucket": "acme-state"})) == [f"{PATH}.backend_config.key: {text}"]


def test_a_platform_that_says_nothing_allows_nothing() -> None:
    found = reported(spec(crossplane="apply"), settings(modules=[], refs=[], states={}, apply=False))
    settings_named = [text.rpartition(f"{POLICY}.")[2] for text in found]
    assert sorted(settings_named) == ["apply", "modules", "refs", "states", "states", "states"]


def test_without_settings_all_of_it_is_a_warning() -> None:
    found = check(composite(spec(crossplane="apply")), None)
    assert errors(found) == ()
    assert {problem.code for problem in found} == {"EP224"}


def test_who_asks_for_no_workspace_may_name_any_module() -> None:
    fields = spec(module_source="hashicorp/consul/aws", workspace="other", crossplane=None)
    assert reported(fields, settings(modules=[], states={})) == []


def test_a_variable_is_judged_when_it_has_its_value() -> None:
    found = check(composite(spec(module_source=f"{REPOSITORY}//${{FOLDER}}")), settings())
    assert {problem.code for problem in found} == {"EP402"}


def test_an_address_with_a_credential_is_not_repeated() -> None:
    found = reported(spec(module_source="git::https://user:hunter2hunter2@example.org/a.git"))
    assert found
    assert "hunter2" not in str(found)
