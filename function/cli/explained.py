"""What `render --explain` prints: the documents, with a comment at each value that says where it comes from."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from function.base.manifest import Manifest
from function.base.outcome import Outcome
from function.base.printable import printable
from function.base.problems import Problem
from function.base.request import Request
from function.check.load import load_content
from function.check.locate import locate
from function.cli.progress import progress
from function.origins.origin import described
from function.origins.origins import Documents, origins
from function.origins.variations import variations
from function.yaml.dump import dump

Form = Callable[[Manifest, Outcome], list[Manifest]]
_WIDTH = 60
"""Columns after which comments begin; where a line is longer, the comment follows it."""


def explained(request: Request, form: Form, answer: Callable[[Request], Outcome]) -> str:
    """Return the documents of a form with their comments. Renders the claim some hundred times, each time changed."""

    def render(xr: Manifest, settings: Manifest) -> Documents | None:
        outcome = answer(replace(request, xr=xr, platform=settings))
        return None if outcome.fatal is not None else _by_key(form(xr, outcome), outcome)

    outcome = answer(request)
    xr, settings = dict(request.xr), dict(request.platform or {})
    made = form(xr, outcome)
    known = _by_key(made, outcome)
    inputs = progress(list(variations(xr, settings)), "changed {} of {} inputs")
    found = origins(known, inputs, render)
    parts = [dump([document]) for document in made[: len(made) - len(known)]]
    for key, document in known.items():
        comments = {path: described(several) for path, several in found[key].items()}
        parts.append(commented(document, comments))
    return "---\n".join(parts)


def _by_key(made: list[Manifest], outcome: Outcome) -> Documents:
    """Return the documents of the composed resources, which are the last ones."""
    return dict(zip(outcome.resources, made[len(made) - len(outcome.resources) :], strict=True))


def commented(document: Manifest, comments: Mapping[str, str]) -> str:
    """Return a document as YAML, with a comment on the line where the value at each path begins."""
    text = dump([document])
    (resource,) = load_content("", text.encode()).resources
    lines = text.split("\n")
    for path, comment in comments.items():
        number = locate(resource.node, Problem(path=path, message="", code="")).line - 1
        lines[number] = f"{lines[number]:<{_WIDTH}}  # {printable(comment)}"
    return "\n".join(lines)
