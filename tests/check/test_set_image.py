"""The image of one claim changes, and no other character of the file."""

import pytest

from function.check.errors import UnusableFileError
from function.check.platform import load
from function.check.rewritten import RewrittenFile
from function.check.set_image import targets, with_image
from tests.documents import GROUP

OLD, NEW = "ghcr.io/example/orders:1.2.3", "ghcr.io/example/orders:1.2.4"
CLAIM = f"""apiVersion: {GROUP}
kind: EventDrivenService
metadata: {{name: orders, namespace: shop}}
spec:
  image:   {OLD}   # {OLD} is from CI
  nats: {{stream: ORDERS, consumer: w}}
"""
OTHER = f"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: a}}\ndata: {{image: '{OLD}'}}\n"
PLATFORM = load(None)


def done(text: str, image: str = NEW, position: int = 0) -> RewrittenFile:
    found, findings = targets("a.yaml", text.encode(), PLATFORM)
    assert findings == []
    return with_image(found[position], image, PLATFORM)


def first(text: str) -> str:
    return text.replace(f"image:   {OLD}", f"image:   {NEW}", 1)


@pytest.mark.parametrize(
    "text",
    [CLAIM, f"\ufeff{CLAIM}", CLAIM.replace("\n", "\r\n"), f"{OTHER}---\n{CLAIM}", f"{CLAIM}---\n{OTHER}"],
    ids=["plain", "byte order mark", "CRLF", "below", "above"],
)
def test_no_other_character_changes(text: str) -> None:
    assert done(text) == RewrittenFile("a.yaml", text, first(text), ())


def test_only_the_chosen_claim_changes() -> None:
    text = f"{CLAIM}---\n{CLAIM.replace('name: orders', 'name: billing')}"
    file = done(text, position=1)
    assert file.after == CLAIM + "---\n" + first(CLAIM.replace("name: orders", "name: billing"))


def test_an_item_of_a_list_changes() -> None:
    items = "".join(f"  {line}" for line in CLAIM.splitlines(keepends=True)).replace("  api", "- api", 1)
    text = f"apiVersion: v1\nkind: List\nitems:\n{items}"
    assert done(text).after == first(text)


def test_the_same_image_changes_nothing() -> None:
    assert done(CLAIM, OLD) == RewrittenFile("a.yaml", CLAIM, CLAIM, ())


@pytest.mark.parametrize("image", ["", "ghcr.io/Orders:1", "a b", "x:", "https://ghcr.io/x", "x\ny"])
def test_what_is_no_image_is_refused(image: str) -> None:
    file = done(CLAIM, image)
    assert file.after == CLAIM
    assert [finding.path for finding in file.findings] == ["spec.image"]


@pytest.mark.parametrize("image", ["", "image: [a]", "image: {name: a}"])
def test_there_must_be_an_image_to_replace(image: str) -> None:
    text = CLAIM.replace(f"image:   {OLD}   # {OLD} is from CI", image)
    file = done(text)
    assert file.after == text
    assert [(finding.code, finding.path) for finding in file.findings] == [("EP101", "spec.image")]


def test_an_alias_is_replaced_and_its_anchor_stays() -> None:
    text = CLAIM.replace(f"image:   {OLD}", f"command: [&image {OLD}]\n  image: *image")
    file = done(text)
    assert (file.after, file.findings) == (text.replace("image: *image", f"image: {NEW}"), ())


SHARED = f"""\
kind: List
items:
  - {{apiVersion: {GROUP}, kind: EventDrivenService, metadata: {{name: a}}, spec: &a {{image: "{OLD}"}}}}
  - {{apiVersion: {GROUP}, kind: EventDrivenService, metadata: {{name: b}}, spec: *a}}
"""


@pytest.mark.parametrize(
    "text",
    [
        CLAIM.replace(f"image:   {OLD}", f"image: &image {OLD}\n  command: [*image]"),
        CLAIM.replace(f"image:   {OLD}   # {OLD} is from CI", "image:"),
        SHARED,
    ],
    ids=["anchor", "empty", "shared"],
)
def test_a_file_that_would_say_something_else_is_an_error(text: str) -> None:
    with pytest.raises(UnusableFileError, match="the image cannot be replaced"):
        done(text)


@pytest.mark.parametrize(
    "text", ["", OTHER, CLAIM.replace("EventDrivenService", "InfraBinding"), CLAIM.replace("Event", "XEvent"), "- 1\n"]
)
def test_other_kinds_have_no_image(text: str) -> None:
    assert targets("a.yaml", text.encode(), PLATFORM) == ([], [])


def test_a_file_with_errors_has_no_claims() -> None:
    found, findings = targets("a.yaml", f"{CLAIM}---\n[".encode(), PLATFORM)
    assert found == []
    assert [finding.code for finding in findings] == ["EP001"]
