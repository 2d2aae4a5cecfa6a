"""Our own command line as a user runs it, and what sets its answer apart from Crossplane's."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from function.cli import main
from tests.crossplane.layout import Case

_KEY = "crossplane.io/composition-resource-name"
_CORE_CONDITIONS = {"Ready", "Responsive", "Synced"}
_CORE_STATUS = {"claimConditionTypes", "conditions"}


def render(case: Case, folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Return the composite resource with its status, then the composed resources, as platformctl prints them."""
    settings = folder / "settings.yaml"
    settings.write_text(yaml.safe_dump(case.composition["spec"]["pipeline"][0]["input"]))
    words = ["render", str(case.document), "--as", "all", "--scope", case.scope, "--platform-config", str(settings)]
    words += ["--observed", str(case.observed)] if case.observed else []
    words += ["--required", str(case.required)] if case.required else []
    code = main(words)
    printed = capsys.readouterr()
    assert code == 0, printed.err
    return list(yaml.load_all(printed.out, yaml.CSafeLoader))


def composed(documents: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the composed resources by key; render's other documents have none."""
    by_key = {
        document["metadata"]["annotations"][_KEY]: document
        for document in documents[1:]
        if _KEY in document.get("metadata", {}).get("annotations", {})
    }
    assert by_key, "nothing was composed"
    return by_key


def without_additions(real: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """Return a composed resource of Crossplane's without what core adds where the function said nothing."""
    labels = {key: value for key, value in real["metadata"].get("labels", {}).items() if "crossplane.io/" not in key}
    metadata = {key: value for key, value in real["metadata"].items() if key in {"annotations", *ours["metadata"]}}
    if labels:
        metadata["labels"] = labels
    return {**real, "metadata": metadata}


def status(composite: dict[str, Any]) -> dict[str, Any]:
    """Return the function's part of a composite resource's status, the conditions apart."""
    return {key: value for key, value in composite["status"].items() if key not in _CORE_STATUS}


def conditions(composite: dict[str, Any]) -> list[dict[str, str]]:
    """Return the function's conditions in their order, without the time."""
    return [
        {key: value for key, value in condition.items() if key != "lastTransitionTime"}
        for condition in composite["status"]["conditions"]
        if condition["type"] not in _CORE_CONDITIONS
    ]


def manifests(composed_resources: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what reaches the cluster: the manifest inside an Object, any other resource as it is."""
    return [
        resource["spec"]["forProvider"]["manifest"] if resource["kind"] == "Object" else resource
        for resource in composed_resources.values()
    ]
