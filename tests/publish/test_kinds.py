"""What is emitted is declared, under the names that an API server knows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, at, text_at
from function.base.request import Request
from function.delivery.live import asked, is_object, orphaned
from function.plan import cluster
from function.publish.kinds import kinds
from function.render import render
from tests import schemas
from tools import golden

KINDS = {(kind.api_version, kind.kind): kind for kind in kinds()}
CRDS = [
    yaml.load(path.read_text(), Loader=yaml.CSafeLoader)["spec"]
    for path in sorted(Path(schemas.__file__).parent.glob("*.yaml"))
]
PLURALS = {(crd["group"], crd["names"]["kind"]): crd["names"]["plural"] for crd in CRDS}


def emitted() -> Iterator[Manifest]:
    """Yield every composed resource of the examples and cases."""
    for folder in (*golden.folders(golden.EXAMPLES), *golden.folders(golden.CASES)):
        _, answer = golden.outcome(folder)
        for composed in answer.resources.values():
            yield composed.manifest


def owned() -> Iterator[Manifest]:
    """Yield every composed resource of the examples and cases, once what others could own is known to be theirs.

    What waits for other objects is created in the second answer, and known in the third.
    """
    for folder in (*golden.folders(golden.EXAMPLES), *golden.folders(golden.CASES)):
        xr, observed, platform = golden.request(folder)
        made: dict[str, Manifest] = {}
        for _ in range(3):
            seen = {**observed, **cluster.observed(made)}
            answer = render(Request(xr=xr, observed=seen, platform=platform))
            made = {key: composed.manifest for key, composed in answer.resources.items()}
        yield from made.values()


EMITTED = list(emitted())


def plural(kind: Kind) -> Any:
    """Return the plural in the kind's CRD; Kubernetes' own kinds have none here, and are regular."""
    name = kind.kind.lower()
    regular = f"{name[:-1]}ies" if name.endswith("y") else f"{name}es" if name.endswith("s") else f"{name}s"
    of_kubernetes = "." not in kind.group or kind.group.endswith(".k8s.io")
    return regular if of_kubernetes else PLURALS[kind.group, kind.kind]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.kind)
def test_a_kind_is_named_as_its_crd_has_it(kind: Kind) -> None:
    assert kind.plural == plural(kind)


def test_plurals_of_kubernetes_are_english() -> None:
    assert plural(Kind(api_version="networking.k8s.io/v1", kind="NetworkPolicy", plural="")) == "networkpolicies"
    assert plural(Kind(api_version="v1", kind="Class", plural="")) == "classes"


def test_no_kind_is_declared_twice() -> None:
    declared = kinds()
    assert len({(kind.group, kind.kind) for kind in declared}) == len(declared) == len(KINDS)


def test_whatever_is_emitted_is_declared() -> None:
    found = {(text_at(asked(made), "apiVersion"), text_at(asked(made), "kind")) for made in EMITTED}
    assert found <= KINDS.keys()
    assert found


def test_exactly_what_holds_data_outlives_its_owner() -> None:
    def kind_of(manifest: Json) -> Kind:
        return KINDS[text_at(asked(manifest), "apiVersion"), text_at(asked(manifest), "kind")]

    wrapped = [made for made in owned() if is_object(made)]
    assert [at(made, "spec") for made in wrapped if orphaned(made) != kind_of(made).holds_data] == []
    assert not any(kind_of(made).holds_data for made in EMITTED if not is_object(made))


def test_a_kind_of_a_plug_in_is_found_where_it_is_declared() -> None:
    assert KINDS["kinesis.aws.m.upbound.io/v1beta1", "Stream"].holds_data
