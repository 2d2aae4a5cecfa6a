import pytest

from function.check.check_file import check_file
from function.check.load import load_content
from function.check.platform import load
from function.check.suppression import suppressed
from function.check.verdict import Verdict

CLAIM = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: EventDrivenService
metadata: {name: a}
spec:
  image: ghcr.io/acme/billing:v1
  httpPort: 80
  nats: {stream: S, consumer: c}
"""
WHY = "-- it is meant"


def judged(text: str, unchecked: tuple[str, ...] = ()) -> Verdict:
    content = text.encode()
    file = check_file(load_content("f.yaml", content), load(None))
    return suppressed(Verdict((file,), {"f.yaml": content}), unchecked)


def lines(verdict: Verdict) -> list[str]:
    return [f"{finding.range.line} {finding.code} {finding.message}" for finding in verdict.findings]


def noted(comment: str, line: str = "httpPort: 80") -> str:
    """Return the claim with a comment at the end of a line."""
    return CLAIM.replace(line, f"{line} # platformctl: {comment}")


def test_without_a_comment_there_are_two_warnings() -> None:
    assert [finding.code for finding in judged(CLAIM).findings] == ["EP302", "EP334"]


@pytest.mark.parametrize(
    "text",
    [
        noted(f"ignore EP334 {WHY}"),
        CLAIM.replace("  httpPort", f"  # platformctl: ignore EP334 {WHY}\n  httpPort"),
        CLAIM.replace("  httpPort", f"  # platformctl: ignore EP334 {WHY}\n  # another\n\n  httpPort"),
    ],
)
def test_a_comment_suppresses_the_warning_of_its_line_or_the_next(text: str) -> None:
    verdict = judged(text)
    assert [finding.code for finding in verdict.findings] == ["EP302"]
    assert [(found.finding.code, found.reason) for found in verdict.suppressed] == [("EP334", "it is meant")]


def test_one_comment_for_two_codes() -> None:
    flow = "{apiVersion: platform.bizmatters.io/v1alpha1, kind: EventDrivenService, metadata: {name: a}, "
    flow += "spec: {image: 'a/b:1', httpPort: 80, nats: {stream: S, consumer: c}}}"
    verdict = judged(f"{flow} # platformctl: ignore EP302, EP334 {WHY}\n")
    assert (verdict.findings, len(verdict.suppressed)) == ([], 2)


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore EP334", "a suppression needs a reason. Hint: write # platformctl: ignore CODE -- REASON"),
        ("ignore EP334 --", "a suppression needs a reason. Hint: write # platformctl: ignore CODE -- REASON"),
        (f"ignore EP33 {WHY}", "unknown code; got 'EP33'. Hint: see docs/reference/codes.md"),
        (f"ignore {WHY}", "the comment has no effect. Hint: write # platformctl: ignore CODE -- REASON"),
        (f"disable EP334 {WHY}", "the comment has no effect. Hint: write # platformctl: ignore CODE -- REASON"),
        ("", "the comment has no effect. Hint: write # platformctl: ignore CODE -- REASON"),
        (f"ignore EP330 {WHY}", "suppresses nothing: there is no EP330 on line 6. Hint: remove it"),
    ],
)
def test_a_comment_without_effect_is_a_warning(comment: str, message: str) -> None:
    verdict = judged(noted(comment))
    assert f"6 EP602 {message}" in lines(verdict)
    assert "EP334" in [finding.code for finding in verdict.findings]
    assert (verdict.suppressed, verdict.failed) == ((), False)


def test_an_error_cannot_be_suppressed() -> None:
    text = noted(f"ignore EP105 {WHY}").replace("httpPort: 80", "httpPort: 0")
    verdict = judged(text)
    assert (verdict.failed, verdict.suppressed) == (True, ())
    assert "6 EP602 EP105 is an error here, which cannot be suppressed. Hint: correct it" in lines(verdict)


def test_a_code_that_nothing_looked_for_is_not_superfluous() -> None:
    text = noted(f"ignore EP501 {WHY}", "consumer: c}")
    assert "EP602" in " ".join(lines(judged(text)))
    assert "EP602" not in " ".join(lines(judged(text, ("EP5",))))


def test_a_comment_of_one_code_hides_no_other_and_no_other_line() -> None:
    text = CLAIM.replace("  image", f"  # platformctl: ignore EP334 {WHY}\n  image")
    assert [finding.code for finding in judged(text).findings] == ["EP302", "EP602", "EP334"]


def test_comments_in_files_without_a_claim_do_not_matter() -> None:
    assert judged("kind: Pod # platformctl: ignore EP334\n").findings == []
