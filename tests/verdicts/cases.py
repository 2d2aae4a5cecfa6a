"""Every valid and invalid document that the three validators judge, as a claim."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from function.apis.composite import user_spec
from function.apis.registry import APIS
from function.base.manifest import Manifest, mapping_at, text_at
from tests.bindings import PLATFORM
from tests.documents import ALLOWED, platform
from tests.leaves import replaced
from tests.plug_ins.families import CASES as PLUG_INS
from tests.publish.specs import CORPUS, document
from tools import golden

NOT_OF_A_CLAIM = frozenset({"kind-mistyped", "group-unknown", "no-claim", "no-namespace"})
"""Cases whose error is in fields of the composite that a claim does not have."""
LOOSE = platform(**{**mapping_at(PLATFORM, "spec"), "policy": ALLOWED})
"""Settings that allow everything and provide what bindings may leave out, so that only the claim can be wrong."""
_LIMITS = Path(__file__).parent / "limits.yaml"
_TOO_LARGE = 900_000
"""Characters that a document of a binding cannot contain, because it is stored twice."""
_NOT_OF_POLICY = ("delivery", "settings")
"""Settings that depend on the scope or on objects in a cluster; no verdict depends on them."""


class Case(NamedTuple):
    """A claim and the settings with which it is judged."""

    name: str
    claim: Manifest
    settings: Manifest

    @property
    def kind(self) -> str:
        """Return the kind of the claim."""
        return text_at(self.claim, "kind")


def cases() -> list[Case]:
    """Return all cases; names are unique."""
    return [*_examples(), *_of_the_corpus(), *_of_requests(), *_of_plug_ins(), *limits()]


def limits() -> Iterator[Case]:
    """Yield the cases of limits.yaml: what only the function and the command line can check."""
    for given in yaml.safe_load(_LIMITS.read_text(encoding="utf-8")):
        kind = given["kind"]
        settings = platform(**given["settings"]) if "settings" in given else LOOSE
        yield Case(f"limits/{kind}/{given['case']}", document(kind, given), settings)
    large = {"with": {"infrastructure": {"metadata": {"b": "x" * _TOO_LARGE}}}}
    yield Case("limits/InfraBinding/a document too large", document("InfraBinding", large), LOOSE)


def claim_of(folder: Path, namespace: str) -> dict[str, Any]:
    """Return the claim of a folder in tests/cases, whose file has the claim or the composite."""
    given = folder / "claim.yaml"
    composite = yaml.safe_load((given if given.exists() else folder / "xr.yaml").read_text(encoding="utf-8"))
    reference = mapping_at(composite, "spec", "claimRef")
    kind = next(api.kind for api in APIS.values() if api.folder == folder.parent.name)
    name = reference.get("name", composite["metadata"]["name"])
    claim = {"apiVersion": composite["apiVersion"], "kind": kind, "metadata": {"name": name, "namespace": namespace}}
    return claim if composite.get("spec") is None else {**claim, "spec": user_spec(composite)}


def depends_on_claim_alone(folder: Path) -> bool:
    """Return whether the errors of a case depend on nothing else: settings, observed, or required resources."""
    return not any((folder / f"{name}.yaml").exists() for name in ("platform", "observed", "required"))


def _examples() -> Iterator[Case]:
    for folder in golden.folders(golden.EXAMPLES):
        if (folder / "required.yaml").exists():
            continue  # valid only together with a binding
        name = "claim.yaml" if (folder / "claim.yaml").exists() else "xr.yaml"
        (claim,) = golden.documents(folder / name)
        settings = mapping_at(golden.request(folder)[2], "spec")
        kept = {key: value for key, value in settings.items() if key not in _NOT_OF_POLICY}
        yield Case(str(folder.relative_to(golden.ROOT)), claim, platform(**kept))


def _of_the_corpus() -> Iterator[Case]:
    for kind, found in CORPUS.items():
        yield from (Case(f"corpus/{kind}/{case['case']}", document(kind, case), LOOSE) for case in found)


def _of_requests() -> Iterator[Case]:
    for file in sorted(golden.CASES.glob("*/*/problems.txt")):
        folder = file.parent
        if folder.name not in NOT_OF_A_CLAIM and depends_on_claim_alone(folder):
            yield Case(str(folder.relative_to(golden.ROOT)), claim_of(folder, "shop"), platform())


def _of_plug_ins() -> Iterator[Case]:
    for plug_in, found in PLUG_INS:
        settings = platform(**{**mapping_at(PLATFORM, "spec"), "policy": found.policy})
        documents: list[tuple[str, Any]] = [("whole", found.whole)]
        documents += [
            (f"{place}: {value!r:.60}", replaced(found.whole, place, value)) for place, value in found.refused
        ]
        for name, value in documents:
            yield Case(f"plug-ins/{plug_in}/{name}", plug_in.composite(value), settings)
