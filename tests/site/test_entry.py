"""The index of the search: a script that a browser reads from a file."""

import json

from function.site.entry import Entry, index


def test_it_is_one_assignment_with_an_entry_on_each_line() -> None:
    made = index([Entry("field", "Kind", "spec.a", "a.html", "spec.a", "Ä </script>\u2028"), Entry(*"uvwxyz")]).decode()
    first, assignment, *rows, end, rest = made.split("\n")
    assert (first, assignment, end, rest) == ('"use strict";', "const REFERENCE = [", "];", "")
    assert json.loads("".join(["[", *rows, "]"]))[0][-1] == "Ä </script>\u2028"
    assert made.isascii()


def test_without_entries_it_is_valid_too() -> None:
    assert index([]) == b'"use strict";\nconst REFERENCE = [\n\n];\n'
