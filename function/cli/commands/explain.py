"""Explain a field, a kind, a condition, the reason of a condition, or the code of a problem, and what to do."""

from collections.abc import Sequence

import click

from function.apis.registry import APIS, REASONS, named_apis
from function.base.codes import CODES
from function.base.condition import TYPES
from function.base.suggestion import closest_match
from function.check import platform
from function.cli import exit_code, options
from function.cli.output import write
from function.publish.explain.root import Root, roots
from function.publish.explain.topic import explained, fields_named
from function.publish.pages import codes
from function.publish.pages.conditions import ABOUT, about, body

_MOST = 3
"""Fields of the same name that a message lists."""


@click.command(short_help=__doc__)
@click.argument("topic", metavar="[FIELD|KIND|CONDITION|REASON|CODE]", required=False)
@click.option("--recursive", is_flag=True, help="List the fields at every depth, not only the first.")
@options.platform_config
def command(topic: str | None, recursive: bool, platform_config: str | None) -> int:
    """Explain a field such as spec.scaling.lagThreshold or InfraBinding.spec.streams, a kind, a condition, the reason
    of a condition, or a code such as EP101. Without an argument, list everything but the fields.

    A path may leave out the kind, positions in lists, and keys of maps: spec.env.name. After a list or map whose items
    have types, a type selects them: InfraBinding.spec.streams.kafka.
    """
    if topic is None:
        write(_everything())
        return exit_code.CLEAN
    sections = [*_named(topic)]
    if not sections:
        settings = platform.load(platform_config)
        documents = roots(named_apis(settings.config).values(), settings.config)
        answer = explained(topic, documents, recursive=recursive)
        if not answer.text:
            raise click.BadParameter(answer.wrong or _unknown(topic, documents), param_hint="TOPIC")
        sections = [answer.text]
    write("\n".join(sections))
    return exit_code.CLEAN


def _everything() -> str:
    rows = [
        *((api.kind, api.spec.__doc__ or "") for api in APIS.values()),
        *((name, ABOUT[name]) for name in TYPES),
        *((known.name, known.meaning) for known in REASONS.values()),
        *((code.name, code.meaning) for code in CODES),
    ]
    return "".join(f"{name:<26}{meaning.partition(chr(10))[0]}\n" for name, meaning in rows)


def _named(topic: str) -> list[str]:
    """Return the sections about the code, reason, or condition; a reason and a condition may have the same name."""
    word = topic.lower()
    return [
        *(f"{code.name}\n\n{codes.body(code)}" for code in CODES if code.name.lower() == word),
        *(f"{reason.name}\n\n{body(reason)}" for name, reason in REASONS.items() if name.lower() == word),
        *(f"Condition {name}\n\n{about(name, REASONS.values())}" for name in TYPES if name.lower() == word),
    ]


def _unknown(topic: str, documents: Sequence[Root]) -> str:
    paths = fields_named(topic.rpartition(".")[2], documents)[:_MOST]
    if paths:
        named = "' or '".join(paths)
        return f"unknown topic '{topic}'; did you mean '{named}'?"
    known = [*REASONS, *TYPES, *(code.name for code in CODES), *(root.kind for root in documents)]
    near = closest_match(topic, known)
    return f"unknown topic '{topic}'" + (f"; did you mean '{near}'?" if near else "")
