"""Foreign text reaches a terminal, a CI log, a condition and an event in escapes only."""

import json
from pathlib import Path

import pytest
import yaml

from function.apis.event_driven_service.status.reasons.dependencies import SECRET_NOT_FOUND
from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.cli import main
from function.render import render
from function.status.reasons.applying import APPLY_FAILED
from tests.documents import namespaced, platform, worker
from tests.full import FULL
from tests.hostile import COMMANDS, HOSTILE, obeyed

TEXTS = [*COMMANDS, *(f"a{character}b" for character in HOSTILE)]


def specs(text: str) -> list[Json]:
    """Return specs with the text wherever a claim may have a key or a value of its own."""
    return [
        worker(**{text: 1}),
        worker(size=text),
        worker(image=text),
        worker(podLabels={text: "x", "team": text}),
        worker(podAnnotations={text: 1}),
        worker(nats={"stream": text, "consumer": text, text: ""}),
        worker(scaling={"triggers": [{"type": text}]}),
        worker(volumes=[{"name": text, text: {}}]),
        worker(secretRefs=[{"name": "a", "envFrom": True, "prefix": text}]),
        text,
    ]


def messages(document: Manifest, settings: Manifest | None = None) -> list[str]:
    """Return every message of an answer."""
    answer = render(Request(xr=document, platform=settings or {}))
    assert answer.fatal
    found = [condition.message for condition in answer.conditions] + [event.message for event in answer.events]
    assert len(found) > len(answer.conditions)
    return [*found, answer.fatal]


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_conditions_events_and_results_hold_nothing_that_is_obeyed(text: str) -> None:
    assert [obeyed(message) for spec in specs(text) for message in messages(namespaced(spec)) if obeyed(message)] == []


@pytest.mark.parametrize("text", COMMANDS, ids=ascii)
def test_nor_do_they_about_names_labels_kinds_and_settings(text: str) -> None:
    documents = [
        namespaced(worker(), name=text),
        namespaced(worker(), labels={text: 1}),
        {**namespaced(worker()), "kind": text},
        {**namespaced(worker()), "apiVersion": text},
    ]
    assert "".join(obeyed(message) for document in documents for message in messages(document)) == ""
    assert "".join(map(obeyed, messages(namespaced(worker()), platform(**{text: 1})))) == ""


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_what_others_say_is_escaped_in_the_message_of_a_cause(text: str) -> None:
    assert obeyed(APPLY_FAILED.because(kind=text, detail=text).message) == ""
    assert "\n" not in SECRET_NOT_FOUND.because(name=text, namespace=text, field=text).message


def written(tmp_path: Path, name: str, document: Json) -> str:
    path = tmp_path / name
    path.write_text(json.dumps(document))
    return str(path)


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_validate_prints_nothing_that_is_obeyed(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    items = [namespaced(spec) for spec in specs(text)]
    path = written(tmp_path, "claims.yaml", {"kind": "List", "items": [*items, {**items[0], "kind": text}]})
    assert main(["validate", path]) == 1
    done = capsys.readouterr()
    assert obeyed(done.out + done.err) == ""
    assert main(["render", path]) == 1
    done = capsys.readouterr()
    assert (done.out, obeyed(done.err)) == ("", "")


@pytest.mark.parametrize("text", COMMANDS, ids=ascii)
def test_a_file_name_prints_nothing_that_is_obeyed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    name = text.replace("/", "").encode("utf-8", "replace").decode()
    written(tmp_path, f"{name}.yaml", namespaced(worker(size="x")))
    assert main(["validate", f"{name}.yaml", f"{name}.nowhere"]) == 2
    assert main(["render", f"{name}.yaml", "--platform-config", f"{name}.yaml"]) == 2
    assert main(["render", f"{name}.yaml", "--observed", f"{name}.yaml"]) == 2
    assert main(["validate", "-o", text, "a"]) == 3
    assert main([text]) == 3
    assert main(["explain", text]) == 3
    done = capsys.readouterr()
    assert "CANARY" in done.out
    assert "CANARY" in done.err
    assert obeyed(done.out + done.err) == ""


@pytest.mark.parametrize("text", COMMANDS, ids=ascii)
def test_json_holds_the_path_as_it_is_and_prints_it_escaped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = written(tmp_path, "c.yaml", namespaced(worker(**{text: 1})))
    assert main(["validate", "-o", "json", path]) == 1
    printed = capsys.readouterr().out
    assert [found["path"] for found in json.loads(printed)["findings"]] == [f"spec.{text}"]
    assert obeyed(printed) == ""


@pytest.mark.parametrize("text", COMMANDS, ids=ascii)
def test_manifests_hold_what_was_asked_for_and_nothing_that_is_obeyed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = written(tmp_path, "c.yaml", namespaced({**FULL, "args": [text, f"a\n{text}"]}))
    assert main(["render", path]) == 0
    printed = capsys.readouterr().out
    assert obeyed(printed) == ""
    (deployment,) = [found for found in yaml.safe_load_all(printed) if found["kind"] == "Deployment"]
    containers = deployment["spec"]["template"]["spec"]["containers"]
    assert containers[0]["args"] == [text, f"a\n{text}"]
    assert main(["render", path, "-o", "json"]) == 0
    printed = capsys.readouterr().out
    assert obeyed(printed) == ""
    assert deployment in json.loads(printed)["items"]
