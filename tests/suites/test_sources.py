"""Files are read relative to the suite, each once, and nothing but files."""

from pathlib import Path

import pytest

from function.base.problems import describe
from function.check.errors import UnreadableFileError, UnusableFileError
from function.suites.sources import UnusableError, only, sources, usable
from tests.suites.running import CLAIM, written

KINDS = frozenset({"EventDrivenService"})


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written([("team/claim.yaml", CLAIM), ("team/more/pod.yaml", "kind: Pod\n")])


def test_paths_begin_at_the_folder_and_may_lead_to_folders() -> None:
    read = sources("team")
    assert [found.file for found in read.resources(["claim.yaml", "more"])] == ["team/claim.yaml", "team/more/pod.yaml"]
    assert read.manifests(["../team/more/pod.yaml"]) == [{"kind": "Pod"}]
    with pytest.raises(UnreadableFileError):
        read.resources(["team/claim.yaml"])


def test_a_file_is_read_once() -> None:
    read = sources("team")
    before = read.manifests(["more"])
    Path("team/more/pod.yaml").write_text("kind: Job\n")
    assert read.manifests(["more"]) == before
    assert sources("team").manifests(["more"]) == [{"kind": "Job"}]


def test_the_settings_are_those_of_the_file_or_unknown() -> None:
    assert sources("team").platform(None).document is None
    with pytest.raises(UnreadableFileError):
        sources("team").platform("none.yaml")


def test_the_only_claim_is_chosen_without_a_name() -> None:
    found = sources("team").resources(["claim.yaml", "more"])
    assert only(found, KINDS, None).manifest["kind"] == "EventDrivenService"
    assert only(found, KINDS, "billing") == only(found, KINDS, None)


@pytest.mark.parametrize("name", ["orders", ""])
def test_a_name_that_no_claim_has_is_refused(name: str) -> None:
    with pytest.raises(UnusableFileError) as caught:
        only(sources("team").resources(["claim.yaml"]), KINDS, name)
    assert str(caught.value).endswith(describe(f"must contain one claim '{name}'", got="billing"))


def test_a_file_without_a_claim_is_refused() -> None:
    with pytest.raises(UnusableFileError, match=r"contains no claim\. Hint: the kinds are EventDrivenService"):
        only([], KINDS, None)


def test_what_cannot_be_read_is_one_line_about_a_field() -> None:
    with pytest.raises(UnusableError, match=r"^cannot read team/none\.yaml: no such file or directory$") as caught:
        usable("claim", lambda: sources("team").resources(["none.yaml"]))
    assert caught.value.field == "claim"
    assert usable("claim", lambda: 1) == 1


def test_with_a_root_nothing_outside_of_it_is_read() -> None:
    written([("secret.yaml", "kind: Secret\n"), ("team/more/inside.yaml", CLAIM)])
    Path("team/link").symlink_to("..")
    read = sources("team", str(Path("team").resolve()))
    assert len(read.resources(["claim.yaml", "more"])) == 3
    for path in ("../secret.yaml", str(Path("secret.yaml").resolve()), "link/secret.yaml", ".", "../none.yaml"):
        Path("team/secret.yaml").unlink(missing_ok=True)
        if path == ".":
            Path("team/secret.yaml").symlink_to("../secret.yaml")
        with pytest.raises(UnusableFileError, match="is no file of the repository"):
            read.resources([path])
        with pytest.raises(UnusableFileError, match="is no file of the repository"):
            read.platform(path if path != "." else "secret.yaml")
