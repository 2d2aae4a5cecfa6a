import pytest

from function.apis.infra_binding.infrastructure.terraform import Terraform
from function.apis.infra_binding.terraform.address import allowed, allowed_ref, pinned

BASE = "git::https://example.org/platform/infra.git"


def address(source: str, version: str | None = "v1") -> str | None:
    return pinned(Terraform.model_construct(module_source=source, module_version=version))


@pytest.mark.parametrize(
    "source",
    [
        BASE,
        f"{BASE}//modules/emr",
        "git::ssh://git@example.org/platform/infra.git//modules/emr",
        "git::https://example.org:8443/infra",
    ],
)
def test_an_address_of_git_gets_its_ref(source: str) -> None:
    assert address(source, "v1.2/a+b") == f"{source}?ref=v1.2/a+b"
    assert address(f"{source}?ref=v1", None) == f"{source}?ref=v1"
    assert address(f"{source}?ref=v1", "v1") == f"{source}?ref=v1"


@pytest.mark.parametrize(
    "source",
    [
        *("hashicorp/vpc/aws", "./modules/emr", "/etc", "github.com/acme/infra", "s3::https://example.org/a.zip"),
        *(
            "https://example.org/a.zip",
            "git::http://example.org/a.git",
            "git::file:///etc",
            "git::git@example.org:a.git",
        ),
        *(
            "git::https://example.org",
            "git::https://example.org/",
            "git::https://a@example.org/b",
            "hg::https://a.org/b",
        ),
        *(f"{BASE}//../other", f"{BASE}/../other.git", f"{BASE}//a/./b", f"{BASE}//", f"{BASE}//a//b"),
        *(f"{BASE}/%2e%2e/other", f"{BASE}?sshkey=abc", f"{BASE}?ref=v1&depth=1", f"{BASE}?depth=1&ref=v1"),
        *(f"{BASE}?archive=false", f"{BASE}?ref=", "git::ssh://git@example.org/a@b", "git::ssh://example.org/a"),
        *(f"git::{BASE}", f"{BASE}#v1", f"{BASE}\n"),
    ],
)
def test_what_is_no_address_of_git_with_one_ref_has_none(source: str) -> None:
    assert address(source, None) is None
    assert address(source) is None


@pytest.mark.parametrize("version", [None, "", "~> 1.2", ">= 1, < 2", "-upload-pack=x", "v1 ", "v1&sshkey=a"])
def test_what_is_no_ref_pins_nothing(version: str | None) -> None:
    assert address(BASE, version) is None


@pytest.mark.parametrize(
    "module",
    ["git::https://example.org/", "git::https://example.org/platform/", BASE, f"{BASE}//modules/emr"],
)
def test_a_module_is_allowed_by_its_address_or_a_beginning_of_it(module: str) -> None:
    assert allowed(f"{BASE}//modules/emr?ref=v1", ["git::https://other.org/", module])


@pytest.mark.parametrize(
    "module",
    [
        *("git::https://example.org/plat/", "git::https://example.org/platform/infra", f"{BASE}//modules/em"),
        *("git::https://example.org/platform", "git::ssh://git@example.org/platform/", f"{BASE}//modules"),
    ],
)
def test_a_beginning_of_a_name_allows_nothing(module: str) -> None:
    assert not allowed(f"{BASE}//modules/emr?ref=v1", [module])


def test_nothing_is_allowed_by_default() -> None:
    assert not allowed(f"{BASE}?ref=v1", [])


def test_a_folder_of_what_is_no_repository_is_not_allowed() -> None:
    assert not allowed("git::https://example.org/platform//other?ref=v1", ["git::https://example.org/platform/"])


@pytest.mark.parametrize("refs", [["v1.2"], ["v*"], ["v1.*"], ["*"], ["main", "v1.2"], ["v1.2*"]])
def test_a_ref_is_allowed_by_its_name_or_a_beginning_of_it(refs: list[str]) -> None:
    assert allowed_ref(f"{BASE}//modules/emr?ref=v1.2", refs)


@pytest.mark.parametrize("refs", [[], ["v1"], ["v1.2.0"], ["V*"], ["main"], ["v1.2.*"], ["1.2"], ["?*"]])
def test_another_ref_is_not(refs: list[str]) -> None:
    assert not allowed_ref(f"{BASE}//modules/emr?ref=v1.2", refs)
