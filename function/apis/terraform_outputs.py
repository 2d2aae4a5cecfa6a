"""Outputs of a Terraform module as values of variables.

The output `emr_cluster_id` is the value of `${emr_cluster_id}` and of `${EMR_CLUSTER_ID}`. A binding can give outputs
names of its own in `infrastructure.outputs`, as in `cluster: output.emr_cluster_id`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from function.base.manifest import Json, mapping_at, text_at
from function.base.problems import Problem, describe, join
from function.base.suggestion import closest_match

PREFIX = "output."
_SECTION, _FIELD = "infrastructure", "outputs"


@dataclass(frozen=True, kw_only=True)
class Outputs:
    """The outputs of one module. The values of sensitive ones are not known here."""

    source: str
    """What has them, for messages: a file, or an object of the cluster."""
    values: Mapping[str, Json]
    """The value of each output, by name."""
    sensitive: frozenset[str] = frozenset()
    """The names of the outputs that Terraform hides."""


def variables(outputs: Outputs, document: Json) -> dict[str, str]:
    """Return the values of variables by name; names that the binding `document` gives come before those of outputs."""
    texts = {name: text for name, value in outputs.values.items() if (text := _text(value)) is not None}
    declared = {name: texts[output] for name, output in _declared(document) if output in texts}
    return {
        spelling: text for found in (texts, declared) for name, text in found.items() for spelling in _spelled(name)
    }


def absent(outputs: Outputs, document: Json, path: str = "") -> Iterator[Problem]:
    """Yield a problem for each output that the binding names and the module does not have, or hides.

    `path` is that of the binding in its document, such as `spec`.
    """
    for name, output in _declared(document):
        if output in outputs.sensitive:
            what = f"the output '{output}' in {outputs.source} is sensitive, so it cannot be a value here"
            hint = "write it into a secret store, and refer to it as secret://name/key"
        elif output not in outputs.values:
            best = closest_match(output, outputs.values)
            what = f"{outputs.source} has no output '{output}'" + (f"; did you mean '{best}'?" if best else "")
            hint = "correct the name, or add the output to the module"
        else:
            continue
        yield Problem(path=join(path, _SECTION, _FIELD, name), message=describe(what, hint=hint), code="EP466")


def _declared(document: Json) -> Iterator[tuple[str, str]]:
    """Yield each name that the binding gives, and the output; what is malformed is left to the check of the binding."""
    given = mapping_at(document, _SECTION, _FIELD)
    for name in sorted(given):
        text = text_at(given, name)
        if text.startswith(PREFIX):
            yield name, text.removeprefix(PREFIX)


def _spelled(name: str) -> tuple[str, str]:
    variable = name.replace("-", "_")
    return variable, variable.upper()


def _text(value: Json) -> str | None:
    """Return the text of a single value; a list or an object has none."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else None
