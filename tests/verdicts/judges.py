"""The three validators: Kubernetes' own code with the shipped XRDs, `platformctl validate`, and the function."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path

from crossplane.function.proto.v1 import run_function_pb2 as protocol

from function.apis.claim import composite_of
from function.apis.registry import APIS
from function.base.manifest import Manifest, mapping_at
from function.cli import main
from function.fn import answer
from tests.conformance import calls
from tests.crossplane.layout import ROOT, SCOPES, Scope
from tests.verdicts.cases import Case

Verdicts = Mapping[str, bool]
"""Whether each case is accepted, by name."""


def of_admission(cases: Sequence[Case], xrdcheck: Path, folder: Path) -> Verdicts:
    """Return the verdicts of schema and rules in the shipped XRDs, which must be the same in both scopes."""
    return _in_both_scopes({scope: _admitted(cases, xrdcheck, folder, scope) for scope in SCOPES})


def of_validate(cases: Sequence[Case], folder: Path) -> Verdicts:
    """Return the verdicts of `platformctl validate`, for which the documents of both scopes are the same."""
    by_settings: dict[str, list[Case]] = {}
    for case in cases:
        by_settings.setdefault(json.dumps(case.settings), []).append(case)
    found: dict[str, bool] = {}
    for number, (settings, together) in enumerate(by_settings.items()):
        found |= _validated(together, settings, folder / str(number))
    return found


def of_function(cases: Sequence[Case]) -> Verdicts:
    """Return the verdicts of the function, which must be the same in both scopes."""
    return _in_both_scopes(
        {
            "claims": {case.name: _answered(case, composite_of(APIS[case.kind], case.claim)) for case in cases},
            "namespaced": {case.name: _answered(case, case.claim) for case in cases},
        }
    )


def _in_both_scopes(found: Mapping[Scope, Verdicts]) -> Verdicts:
    assert found["claims"] == found["namespaced"]
    return found["claims"]


def _admitted(cases: Sequence[Case], xrdcheck: Path, folder: Path, scope: Scope) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for api in APIS.values():
        together = [case for case in cases if case.kind == api.kind]
        documents = folder / f"{api.folder}-{scope}.json"
        documents.write_text("\n".join(json.dumps(case.claim) for case in together), encoding="utf-8")
        command: list[str | Path] = [xrdcheck, "-admit", documents, ROOT / "apis" / api.folder / f"{scope}.yaml"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        errors = map(json.loads, done.stdout.splitlines())
        found |= {case.name: not wrong for case, wrong in zip(together, errors, strict=True)}
    return found


def _validated(cases: Sequence[Case], settings: str, folder: Path) -> dict[str, bool]:
    claims = folder / "claims"
    claims.mkdir(parents=True)
    platform = folder / "platform.json"
    platform.write_text(settings, encoding="utf-8")
    for number, case in enumerate(cases):
        (claims / f"{number}.json").write_text(json.dumps(case.claim), encoding="utf-8")
    with chdir(claims), redirect_stdout(StringIO()) as printed:
        code = main(["validate", "--platform-config", str(platform), "-o", "jsonl", "."])
    assert code in (0, 1)
    findings = [json.loads(line) for line in printed.getvalue().splitlines()]
    wrong = {Path(finding["file"]).stem for finding in findings if finding["severity"] == "error"}
    return {case.name: str(number) not in wrong for number, case in enumerate(cases)}


def _answered(case: Case, xr: Manifest) -> bool:
    """Return whether the function accepts the composite of a case, as Crossplane calls it."""
    request = calls.request(xr, input=calls.struct(case.settings))
    response = protocol.RunFunctionResponse.FromString(answer(request.SerializeToString())[0])
    validated = {condition.type: condition.status for condition in response.conditions}["Validated"]
    fatal = any(result.severity == protocol.SEVERITY_FATAL for result in response.results)
    assert fatal == (validated == protocol.STATUS_CONDITION_FALSE), case.name
    # the document of a binding is not known here
    waits = validated == protocol.STATUS_CONDITION_UNKNOWN and "bindingRef" in mapping_at(case.claim, "spec")
    assert fatal or waits or validated == protocol.STATUS_CONDITION_TRUE, case.name
    return not fatal
