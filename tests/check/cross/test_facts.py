from function.check.check_file import check_file
from function.check.cross.facts import Facts, facts, together
from function.check.load import load_content
from tests.check.cross.trees import SETTINGS, facts_of, other, service

WRITER = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n"


def of(text: str) -> Facts:
    file = load_content("f.yaml", text.encode())
    return facts(file, check_file(file, SETTINGS, linked=True))


def test_claims_and_other_documents_in_order() -> None:
    found = facts_of(other("Secret", "a"), service("b"), other("Secret", "c"), service("d"))
    assert [claim.links.name for claim in found.claims] == ["b", "d"]
    assert [writer.name for writer in found.writers] == ["a", "c"]


def test_items_of_a_list_count() -> None:
    found = facts_of({"apiVersion": "v1", "kind": "List", "items": [service(), other("Secret", "a")]})
    assert (len(found.claims), len(found.writers)) == (1, 1)


def test_documents_that_kubectl_rejects_do_not_count() -> None:
    assert len(of(WRITER).writers) == 1
    assert of(f"{WRITER}x: .nan\n") == Facts()
    assert len(of(f"{WRITER}kind: Secret\n").writers) == 1


def test_no_files_no_facts() -> None:
    assert together([]) == Facts()
