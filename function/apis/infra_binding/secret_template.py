"""Texts that combine keys of a fetched secret, such as `user=$(username)`, as templates of External Secrets."""

import re
from typing import Annotated

from function.base.marks import MayHoldSecret
from function.base.text import Text

_KEY = re.compile(r"\$\(([-._a-zA-Z0-9]{1,253})\)")
SecretTemplate = Annotated[
    str,
    # a class or a dot for any character at all is not the same in every dialect
    Text(
        r"^([^$]|[$])*\$\([-._a-zA-Z0-9]+\)([^$]|[$])*$",
        meaning="text with at least one $(key)",
        example='username="$(username)" password="$(password)";',
        max_length=4096,
    ),
    MayHoldSecret(),
]
"""A text in which $(key) stands for the value of a key."""


def keys_in(template: str) -> list[str]:
    """Return the keys that a template needs, in the order of the text."""
    return _KEY.findall(template)


def go_template(template: str) -> str:
    """Return the template in Go's notation. `index` also reads keys with dashes and dots, which `.a-b` cannot."""
    literals_and_keys = _KEY.split(template)
    return "".join(
        f'{{{{ index . "{part}" }}}}' if position % 2 else _literal(part)
        for position, part in enumerate(literals_and_keys)
    )


def _literal(text: str) -> str:
    """Return the text so that none of its braces begins an action, alone or with what follows."""
    return text.replace("{", '{{ "{" }}') if "{{" in text or text.endswith("{") else text
