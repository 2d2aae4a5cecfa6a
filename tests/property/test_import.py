"""Whatever a claim says, `import` gets it back from the objects that it gives."""

from hypothesis import given, settings

from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.cli.forms import FORMS
from function.importing.imported import Wanted
from function.render import render
from function.yaml.dump import dump
from tests.documents import namespaced
from tests.importing.objects import BUILT_IN, result
from tests.property.models import DETERMINISTIC
from tests.property.strategies import SPECS


def manifests(document: Manifest) -> list[Manifest]:
    settings = BUILT_IN.in_effect("namespaced")
    return FORMS["manifests"](document, render(Request(xr=document, platform=settings, known=False)))


@settings(DETERMINISTIC, max_examples=15)
@given(SPECS.filter(lambda spec: spec.get("sessionAffinity") != "None"))  # what Kubernetes does anyway is left out
def test_the_claim_of_rendered_objects_renders_the_same_objects(spec: Json) -> None:
    assert isinstance(spec, dict)
    objects = manifests(namespaced(spec))
    assert objects
    found = result(*objects, wanted=Wanted(), scope="namespaced")
    assert found.claim is not None
    assert [str(finding) for finding in found.findings] == []
    assert dump(manifests(found.claim)) == dump(objects)
