from function.check.check_file import check_file
from function.check.cross.facts import facts, together
from function.check.cross.tree import compared
from function.check.load import load_content
from function.check.verdict import Verdict
from function.yaml.dump import dump
from tests.check.cross.trees import SETTINGS, other, service


def verdict(*texts: str) -> Verdict:
    loaded = [load_content(f"{number}.yaml", text.encode()) for number, text in enumerate(texts, 1)]
    checked = [check_file(file, SETTINGS, linked=True) for file in loaded]
    return compared(Verdict(tuple(checked)), together(map(facts, loaded, checked)))


def test_findings_are_those_of_their_resources() -> None:
    found = verdict(dump([service("a"), service("b"), other("Pod")]), dump([service("c")]))
    resources = [[[finding.code for finding in one.findings] for one in file.resources] for file in found.files]
    assert resources == [[[], ["EP501"]], [["EP501"]]]


def test_items_of_a_list_have_their_own() -> None:
    items = [service("a"), service("b"), service("c", nats={"stream": "C", "consumer": "c"})]
    (file,) = verdict(dump([{"apiVersion": "v1", "kind": "List", "items": items}])).files
    assert [len(one.findings) for one in file.resources] == [0, 1, 0]


def test_without_findings_nothing_changes() -> None:
    assert verdict(dump([service()])).findings == []
