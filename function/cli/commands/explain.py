"""Explain a field, a kind, a condition, the reason of a condition, or the code of a problem, and what to do."""

from collections.abc import Iterable, Sequence

import click
from click.shell_completion import CompletionItem

from function.apis.registry import APIS, REASONS, named_apis
from function.base.codes import CODES, FAMILIES
from function.base.condition import TYPES
from function.base.problems import describe
from function.base.suggestion import closest_match
from function.check import platform
from function.cli import exit_code, options
from function.cli.output import write
from function.platform.config import KIND, PlatformConfig
from function.publish.explain.other_names import is_of_crossplane, reasons_for
from function.publish.explain.root import Root, roots
from function.publish.explain.topic import explained, fields_below, fields_named
from function.publish.pages import codes
from function.publish.pages.conditions import ABOUT, about, body
from function.publish.sentence import first_sentence

_MOST = 3
"""Fields of the same name that a message lists."""


def _topics(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the topics that begin like this; of a path, the fields at its end."""
    above, dot, _ = incomplete.rpartition(".")
    documents = roots(APIS.values(), PlatformConfig())
    if dot:
        return [
            CompletionItem(f"{above}.{name}")
            for name in fields_below(above, documents)
            if f"{above}.{name}".startswith(incomplete)
        ]
    kinds = {root.kind: "kind" for root in documents}
    words = [
        *((code.name, code.meaning) for code in CODES),
        *((name, reason.meaning) for name, reason in REASONS.items()),
    ]
    found = {
        **dict.fromkeys(("metadata", "spec", "status"), "fields"),
        **kinds,
        **dict.fromkeys(TYPES, "condition"),
        **dict(words),
    }
    return [
        CompletionItem(word, help=about) for word, about in found.items() if word.lower().startswith(incomplete.lower())
    ]


@click.command(short_help=__doc__)
@click.argument("topic", metavar="[FIELD|KIND|CONDITION|REASON|CODE]", required=False, shell_complete=_topics)
@click.option("--recursive", is_flag=True, help="List the fields at every depth, not only the first.")
@options.platform_config
def command(topic: str | None, recursive: bool, platform_config: str | None) -> int:
    """Explain a field such as spec.scaling.lagThreshold or InfraBinding.spec.streams, a kind, a condition, the reason
    of a condition, or a code such as EP101; EP1 lists all codes that begin with it. Without an argument, list
    everything but the fields.

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
    return _rows(
        [
            *((api.kind, api.spec.__doc__ or "") for api in APIS.values()),
            (KIND, PlatformConfig.__doc__ or ""),
            *((name, ABOUT[name]) for name in TYPES),
            *((known.name, known.meaning) for known in REASONS.values()),
            *((code.name, code.meaning) for code in CODES),
        ]
    )


def _rows(topics: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{name:<26}{first_sentence(meaning.partition(chr(10))[0])}\n" for name, meaning in topics)


def _named(topic: str) -> list[str]:
    """Return the sections about the codes, reason, or condition; a reason and a condition may have the same name."""
    word = topic.lower()
    if word == "conditions" or word.endswith("status.conditions"):
        return [_rows((name, ABOUT[name]) for name in TYPES)]
    families = [prefix for prefix in FAMILIES if word in (prefix.lower(), f"{prefix}xx".lower())]
    begun = [code for code in CODES if len(word) == len(code.name) - 1 and code.name.lower().startswith(word)]
    return [
        *(_family(prefix) for prefix in families),
        *([_rows((code.name, code.meaning) for code in begun)] if begun else []),
        *(f"{code.name}\n\n{codes.body(code)}" for code in CODES if code.name.lower() == word),
        *(f"{reason.name}\n\n{body(reason)}" for name, reason in REASONS.items() if name.lower() == word),
        *(f"Condition {name}\n\n{about(name, REASONS.values())}" for name in TYPES if name.lower() == word),
    ]


def _family(prefix: str) -> str:
    rows = _rows((code.name, code.meaning) for code in CODES if code.name.startswith(prefix))
    return f"{prefix}xx\n\n{FAMILIES[prefix]}\n\n{rows}"


def _unknown(topic: str, documents: Sequence[Root]) -> str:
    if is_of_crossplane(topic):
        hint = "Crossplane sets it; `platformctl status CLAIM` shows its message if that is the cause"
        return describe(f"unknown topic '{topic}'", hint=hint)
    meant = reasons_for(topic) or fields_named(topic.rpartition(".")[2], documents)[:_MOST]
    if meant:
        named = "' or '".join(meant)
        return f"unknown topic '{topic}'; did you mean '{named}'?"
    known = [*REASONS, *TYPES, *(code.name for code in CODES), *(root.kind for root in documents)]
    near = closest_match(topic, known)
    return f"unknown topic '{topic}'" + (f"; did you mean '{near}'?" if near else "")
