"""Writes every expected output: `make golden`. Tests compare with the same texts and never write."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from function.apis.claim import composite_of
from function.apis.registry import APIS
from function.base.condition import Condition
from function.base.manifest import Json, Manifest, items_at, mapping_at, text_at
from function.base.outcome import Event, Outcome, Requirement
from function.base.problems import warnings
from function.base.request import Request
from function.check import observed
from function.check.errors import InvalidFileError
from function.check.load import load_file
from function.check.required import answered
from function.cli.forms import FORMS
from function.delivery.live import asked
from function.render import render
from function.yaml.dump import dump

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
CASES = ROOT / "tests" / "cases"
OUTPUTS = ("expected.yaml", "outcome.yaml", "problems.txt")


def folders(root: Path) -> list[Path]:
    """Return the folders below EXAMPLES or CASES that contain a case, `<api>/<case>`, sorted."""
    return sorted({path.parent for name in ("claim.yaml", "xr.yaml") for path in root.glob(f"*/*/{name}")})


def documents(file: Path) -> list[Manifest]:
    """Return the resources in a YAML file, [] if there is no such file; raises InvalidFileError if it is not YAML."""
    if not file.exists():
        return []
    loaded = load_file(str(file))
    if loaded.findings:
        raise InvalidFileError(loaded.name, map(str, loaded.findings))
    return [resource.manifest for resource in loaded.resources]


def request(folder: Path) -> tuple[Manifest, dict[str, Manifest], Manifest]:
    """Return the composite resource, the observed resources by key, and the settings of an example or a case.

    An example without settings uses those of the shipped Composition of its API and scope.
    """
    seen = folder / "observed.yaml"
    existing = observed.load(str(seen) if seen.exists() else None)
    claims = documents(folder / "claim.yaml")
    xr = composite_of(APIS[text_at(claims[0], "kind")], claims[0]) if claims else documents(folder / "xr.yaml")[0]
    settings = documents(folder / "platform.yaml")
    if not settings and folder.is_relative_to(EXAMPLES):
        scope = "claims" if claims else "namespaced"
        shipped = documents(ROOT / "compositions" / f"{folder.parent.name}-{scope}.yaml")[0]
        settings = [dict(mapping_at(items_at(shipped, "spec", "pipeline")[0], "input"))]
    return xr, existing, settings[0] if settings else {}


def fetched(folder: Path) -> Mapping[str, Sequence[Mapping[str, Json]]] | None:
    """Return the required resources of an example or a case by name, from its `required.yaml`; None without one."""
    answers: Mapping[str, Sequence[Mapping[str, Json]]] | None = None

    def called(found: Mapping[str, Sequence[Mapping[str, Json]]] | None) -> Outcome:
        nonlocal answers
        answers = found
        xr, existing, settings = request(folder)
        return render(Request(xr=xr, observed=existing, platform=settings, required=found))

    supplied = folder / "required.yaml"
    answered(called, documents(supplied) if supplied.exists() else None)
    return answers


def outcome(folder: Path) -> tuple[Manifest, Outcome]:
    """Return the composite resource of an example or a case, and the outcome."""
    xr, existing, settings = request(folder)
    return xr, render(Request(xr=xr, observed=existing, platform=settings, required=fetched(folder)))


def bound(folder: Path) -> str | None:
    """Return the ConfigMap of the InfraBinding in `binding.yaml`, which the service of an example reads, if any."""
    claims = documents(folder / "binding.yaml")
    if not claims:
        return None
    made = render(Request(xr=composite_of(APIS["InfraBinding"], claims[0])))
    return dump([dict(asked(made.resources["document"].manifest))])


def connected(folder: Path) -> str | None:
    """Return the document about connections of the InfraBinding of an example that shows it, if it does."""
    if not (folder / "connections.md").exists():
        return None
    document = outcome(folder)[1].resources["document"].manifest
    return text_at(asked(document), "data", "connections.md")


def expected(folder: Path) -> tuple[str, str]:
    """Return the name and text of the file with the expected output of an example or a case."""
    xr, answer = outcome(folder)
    if answer.fatal is not None:
        return "problems.txt", f"{answer.fatal}\n"
    if folder.is_relative_to(EXAMPLES):
        return "expected.yaml", dump(FORMS["manifests"](xr, answer))
    return "outcome.yaml", dump([_outcome(answer)])


def _outcome(answer: Outcome) -> Manifest:
    """Return an outcome without its errors, as a document."""
    resources: Manifest = {
        key: {"ready": composed.ready, "manifest": composed.manifest} for key, composed in answer.resources.items()
    }
    return {
        "resources": resources,
        "conditions": [_condition(condition) for condition in answer.conditions],
        "status": answer.status,
        "events": [_event(event) for event in answer.events],
        "requirements": {name: _requirement(wanted) for name, wanted in answer.requirements.items()},
        "warnings": [str(problem) for problem in warnings(answer.problems)],
        "ttlSeconds": answer.ttl_seconds,
    }


def _condition(condition: Condition) -> Json:
    return {
        "type": condition.type,
        "status": condition.status,
        "reason": condition.reason,
        "message": condition.message,
    }


def _event(event: Event) -> Json:
    return {"severity": event.severity, "reason": event.reason, "message": event.message}


def _requirement(wanted: Requirement) -> Json:
    return {
        "apiVersion": wanted.api_version,
        "kind": wanted.kind,
        "namespace": wanted.namespace,
        "name": wanted.name,
        "labels": dict(wanted.labels),
    }


def _changes() -> Iterator[str]:
    """Write the files that differ, remove outputs of the other form, and yield what was done."""
    for folder in [*folders(EXAMPLES), *folders(CASES)]:
        made, supplied = bound(folder), folder / "required.yaml"
        if made is not None and (not supplied.exists() or supplied.read_text(encoding="utf-8") != made):
            supplied.write_text(made, encoding="utf-8")
            yield f"written: {supplied.relative_to(ROOT)}"
        told, shown = connected(folder), folder / "connections.md"
        if told is not None and shown.read_text(encoding="utf-8") != told:
            shown.write_text(told, encoding="utf-8")
            yield f"written: {shown.relative_to(ROOT)}"
        name, text = expected(folder)
        for stale in OUTPUTS:
            if stale != name and (folder / stale).exists():
                (folder / stale).unlink()
                yield f"removed: {(folder / stale).relative_to(ROOT)}"
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            yield f"written: {file.relative_to(ROOT)}"


def main() -> None:
    """Write the files that differ and print their names."""
    for change in _changes():
        print(change)


if __name__ == "__main__":
    main()
