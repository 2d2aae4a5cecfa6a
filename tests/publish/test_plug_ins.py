"""What a plug-in refuses, the function, the API server and the published schema refuse alike."""

import pytest

from function.base.manifest import Manifest, at
from function.render import check
from tests.bindings import PLATFORM
from tests.leaves import replaced
from tests.plug_ins.cases import Cases
from tests.plug_ins.families import CASES, PlugIn
from tests.publish.conftest import Published
from tests.publish.judges import accepted, of_the_schema

REFUSED = [
    pytest.param(plug_in, plug_in.composite(replaced(cases.whole, place, value)), id=f"{plug_in}.{place}-{value!r:.40}")
    for plug_in, cases in CASES
    for place, value in cases.refused
]


@pytest.mark.parametrize(("plug_in", "cases"), CASES, ids=map(str, dict(CASES)))
def test_all_accept_what_is_valid(plug_in: PlugIn, cases: Cases, published: Published) -> None:
    document = plug_in.composite(cases.whole)
    assert accepted(plug_in.kind, at(document, "spec"))
    assert published[plug_in.kind].is_valid(document)


@pytest.mark.parametrize(("plug_in", "document"), REFUSED)
def test_the_function_refuses_it(plug_in: PlugIn, document: Manifest) -> None:
    problems = check(document, PLATFORM)
    assert problems
    assert [problem.path for problem in problems if not problem.path.startswith(plug_in.path)] == []


@pytest.mark.parametrize(("plug_in", "document"), REFUSED)
def test_an_api_server_refuses_it_too(plug_in: PlugIn, document: Manifest) -> None:
    assert not accepted(plug_in.kind, at(document, "spec"))


@pytest.mark.parametrize(("plug_in", "document"), REFUSED)
def test_so_does_the_published_schema(plug_in: PlugIn, document: Manifest, published: Published) -> None:
    assert published[plug_in.kind].is_valid(document) == (not of_the_schema(check(document, PLATFORM)))


@pytest.mark.parametrize(("plug_in", "cases"), CASES, ids=map(str, dict(CASES)))
def test_every_plug_in_says_what_it_refuses(plug_in: PlugIn, cases: Cases) -> None:
    assert cases.refused, plug_in
