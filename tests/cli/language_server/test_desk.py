"""The open texts and the workspace of one editor."""

import os
from pathlib import Path

from function.base.variables import Source
from function.cli.language_server.desk import Desk, found_in
from function.editor.positions import Point, Span
from tests.cli.conftest import Run
from tests.editing import BINDING, CLAIM, FILE

MANIFEST = "apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\ndata: {password: eA==}\n"
REF = "  secretRefs:\n  - name: db\n"


def desk(folder: Path, text: str = CLAIM, name: str = "a.yaml") -> Desk:
    found = Desk("utf-16", [Source("environment", {"TOPIC": "a"})])
    for path in found_in([str(folder)]):
        found.learn(path)
    found.open(str(folder / name), text)
    return found


def codes(found: Desk, path: Path) -> list[str]:
    return [finding.code for finding in found.findings(found.texts[str(path)])]


def test_claims_and_files_of_l5_are_checked(tmp_path: Path) -> None:
    assert codes(desk(tmp_path, CLAIM.replace("size:", "siez:")), tmp_path / "a.yaml") == ["EP102"]
    variable = FILE.replace("topic: auth", "topic: ${TOPIC}")
    assert codes(desk(tmp_path, variable, "a.infra"), tmp_path / "a.infra") == []
    assert codes(desk(tmp_path, variable.replace("TOPIC", "NONE"), "a.infra"), tmp_path / "a.infra") == ["EP402"]


def test_a_text_is_read_in_place_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "base.infra").write_text("a: [")
    found = desk(tmp_path, f"extends: base.infra\n{FILE}", "a.infra")
    assert codes(found, tmp_path / "a.infra") == ["EP001"]
    found.open(str(tmp_path / "base.infra"), "streams: {}\n")
    assert codes(found, tmp_path / "a.infra") == []


def test_documents_are_compared_as_the_command_line_does(tmp_path: Path, run: Run) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/a.yaml").write_text(CLAIM)
    text = CLAIM.replace("name: orders", "name: reader")
    (tmp_path / "claims/b.yaml").write_text(text)
    found = Desk("utf-16", [], [str(tmp_path)])
    for path in found_in([str(tmp_path)]):
        found.compare(path)
    found.tree.is_whole = True
    found.open(str(tmp_path / "claims/b.yaml"), text)
    (finding,) = found.findings(found.texts[str(tmp_path / "claims/b.yaml")])
    done = run("validate", "--cross-document", "-o", "concise", "claims")
    assert str(finding) in done.out
    (tmp_path / "claims/a.yaml").unlink()
    found.compare(str(tmp_path / "claims/a.yaml"))
    assert codes(found, tmp_path / "claims/b.yaml") == []


def test_files_of_several_folders_are_not_mistaken_for_each_other(tmp_path: Path) -> None:
    texts = [CLAIM, CLAIM.replace("name: orders", "name: reader"), CLAIM.replace("name: orders", "name: third")]
    folders = [tmp_path / name for name in ("a", "b", "c")]
    found = Desk("utf-16", [], [str(folder) for folder in folders])
    for folder, text in zip(folders, texts, strict=True):
        found.open(str(folder / "claim.yaml"), text)
        found.compare(str(folder / "claim.yaml"))
    found.tree.is_whole = True
    assert [codes(found, folder / "claim.yaml") for folder in folders] == [[], ["EP501"], ["EP501"]]
    (finding,) = found.findings(found.texts[str(folders[1] / "claim.yaml")])
    assert f"({folders[0] / 'claim.yaml'}:11)" in finding.message


def test_an_entry_that_a_binding_lacks_is_an_error(tmp_path: Path) -> None:
    entry = "  bindingRef:\n    name: payments\n    env:\n    - {name: TOPIC, stream: auth_event, field: topic}\n"
    found = desk(tmp_path, CLAIM + entry)
    assert codes(found, tmp_path / "a.yaml") == ["EP340"]
    found.open(str(tmp_path / "b.yaml"), BINDING)
    assert codes(found, tmp_path / "a.yaml") == ["EP342"]
    found.open(str(tmp_path / "a.yaml"), (CLAIM + entry).replace("auth_event,", "auth_events,"))
    assert codes(found, tmp_path / "a.yaml") == []


def test_large_files_are_not_compared(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_text(CLAIM + "#" * 2**20)
    found = desk(tmp_path, CLAIM.replace("name: orders", "name: reader"))
    for name in ("large.yaml", "a.yaml"):
        found.compare(str(tmp_path / name))
    found.tree.is_whole = True
    assert codes(found, tmp_path / "a.yaml") == []


def test_a_closed_text_gives_way_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CLAIM)
    found = desk(tmp_path, CLAIM.replace("ORDERS", "OTHER"))
    assert "OTHER" in [name.name for name in found.workspace.names]
    found.close(str(tmp_path / "a.yaml"))
    assert "ORDERS" in [name.name for name in found.workspace.names]
    (tmp_path / "a.yaml").unlink()
    found.learn(str(tmp_path / "a.yaml"))
    assert found.workspace.names == []


def test_what_is_offered_replaces_the_word(tmp_path: Path) -> None:
    found = desk(tmp_path)
    text = found.texts[str(tmp_path / "a.yaml")]
    offer = found.offer(text, Point(7, 10))
    assert offer is not None
    assert [completion.label for completion in offer[0]] == ["small", "medium", "large"]
    assert offer[1] == Span(Point(7, 8), Point(7, 13))
    assert found.offer(text, Point(7, 1)) is not None
    assert found.about(text, Point(7, 3)) is not None
    assert found.about(text, Point(99, 0)) is None


def test_codes_are_offered_in_a_comment(tmp_path: Path) -> None:
    found = desk(tmp_path, f"# platformctl: ignore EP5\n# other\n{CLAIM}")
    text = found.texts[str(tmp_path / "a.yaml")]
    offer = found.offer(text, Point(0, 25))
    assert offer is not None
    assert "EP501" in [completion.label for completion in offer[0]]
    assert offer[1] == Span(Point(0, 22), Point(0, 25))
    assert found.offer(text, Point(1, 7)) is None


def test_a_definition_may_be_in_a_file_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(MANIFEST)
    found = desk(tmp_path, CLAIM + REF)
    text = found.texts[str(tmp_path / "a.yaml")]
    place = Span(Point(2, 17), Point(2, 19))
    assert [*found.definitions(text, Point(12, 11))] == [(str(tmp_path / "secret.yaml"), place)]
    found.open(str(tmp_path / "secret.yaml"), f"# above\n{MANIFEST}")
    assert [span.start.line for _, span in found.definitions(text, Point(12, 11))] == [3]
    found.texts.pop(str(tmp_path / "secret.yaml"))
    (tmp_path / "secret.yaml").unlink()
    assert [*found.definitions(text, Point(12, 11))] == []
    assert [*found.definitions(text, Point(99, 0))] == []


def test_a_file_that_is_extended_is_found(tmp_path: Path) -> None:
    found = desk(tmp_path, f"extends: base.infra\n{FILE}", "a.infra")
    text = found.texts[str(tmp_path / "a.infra")]
    nowhere = Span(Point(0, 0), Point(0, 0))
    assert [*found.definitions(text, Point(0, 12))] == []
    (tmp_path / "base.infra").write_text("streams: {}\n")
    assert [*found.definitions(text, Point(0, 12))] == [(str(tmp_path / "base.infra"), nowhere)]


def test_no_definition_is_in_a_special_or_large_file(tmp_path: Path) -> None:
    found = desk(tmp_path, f"extends: base.infra\n{FILE}", "a.infra")
    text = found.texts[str(tmp_path / "a.infra")]
    (tmp_path / "base.infra").write_text("#" * (2**20 + 1))
    assert [*found.definitions(text, Point(0, 12))] == []
    (tmp_path / "base.infra").unlink()
    os.mkfifo(tmp_path / "base.infra")
    assert [*found.definitions(text, Point(0, 12))] == []


def test_mistakes_are_corrected_in_their_lines(tmp_path: Path) -> None:
    found = desk(tmp_path, CLAIM.replace("size:", "siez:"))
    text = found.texts[str(tmp_path / "a.yaml")]
    assert [each.text for each in found.corrections(text, 7, 7)] == [CLAIM]
    assert [each.text for each in found.all_corrections(text)] == [CLAIM]
    assert [*found.corrections(text, 0, 3)] == []


def test_settings_that_cannot_be_used_say_why(tmp_path: Path) -> None:
    found = desk(tmp_path)
    (tmp_path / "own.yaml").write_text(BINDING)
    assert found.settle(None) == ""
    assert found.workspace.names == []
    for name in ("none.yaml", "own.yaml"):
        assert found.settle(str(tmp_path / name)).endswith("The built-in settings are used")


def test_large_and_special_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_text(CLAIM + "#" * 2**20)
    (tmp_path / "other.txt").write_text(CLAIM)
    found = Desk("utf-16", [])
    assert found_in([str(tmp_path)]) == [str(tmp_path / "large.yaml")]
    found.learn(str(tmp_path / "large.yaml"))
    found.learn(str(tmp_path))
    assert found.workspace.names == []
    found.open("untitled:1", "a" * (2**20 + 1))
    assert found.texts["untitled:1"].is_too_long
