"""The reference page of all codes."""

from function.base.code import Code
from function.base.codes import CODES, FAMILIES
from function.publish.pages.reference import table

_INTRODUCTION = """\
# Codes

Every problem that `platformctl` and the function report has a code, which never changes its meaning. In the output of
`platformctl validate -o json`, the key `docs` of a finding leads to a section of this page, which
`platformctl explain CODE` prints.
"""


def codes_page() -> str:
    """Return the page in Markdown: the families, then a section for each code."""
    families = table(("Codes", "About"), [(f"{prefix}xx", about) for prefix, about in FAMILIES.items()])
    return "\n".join([_INTRODUCTION, families, "", *(f"## {code.name}\n\n{body(code)}" for code in CODES)])


def body(code: Code) -> str:
    """Return the section about one code, without a heading."""
    return f"{code.meaning}\n\n{code.remedy}\n"
