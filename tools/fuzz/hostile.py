"""Values that break naive code: wrong types, extremes, texts that a terminal, a URL or a template obeys."""

from function.base.manifest import Json


def _nested(levels: int, wrap_in_list: bool) -> Json:
    value: Json = "deep"
    for _ in range(levels):
        value = [value] if wrap_in_list else {"a": value}
    return value


VALUES: tuple[Json, ...] = (
    *(None, True, False, 0, -1, 1, 1.5, -0.0, 2**31, -(2**31) - 1, 2**53, 2**63, 1e308, 5e-324),
    *(float("nan"), float("inf"), float("-inf")),
    *("", " ", "\n", "\x00", "\x1b[31m", "\u202e", "\ufeff", "é", "😀", "x" * 300, "9" * 5000, "a." * 200),
    *("true", "1e999", "0x7f", "1Gi", "-1m", "10%", "${A}", "${A:-${B}}", "{{ .x }}", "{{=<% %>=}}", "$(A)"),
    *("secret://db/user", "secret://", "secret://db/", "secret://db/user/../x", "%s", "..", "../../etc", "/"),
    *("x\n::error::y", "##vso[task]", "http://169.254.169.254/", "http://[::1]:80", "https://u:p@h", "S&acc=X"),
    *("default", "kubernetes", "kube-system", "a/b", "a:b@c", "sha256:" + "0" * 64, "x" * 20_000, "(" * 2000),
    *([], {}, [None], {"": ""}, [[]], {"a": None}, ["x"] * 200, {"spec": {}}, {f"k{n}": n for n in range(100)}),
    *(_nested(levels, wrap_in_list) for levels in (20, 40, 90, 110) for wrap_in_list in (True, False)),
)
"""JSON values, and numbers that JSON does not have but protobuf has."""

KEYS: tuple[str, ...] = ("", "a", "x" * 300, "a.b/c", "x\n::error::y", "\u202e", "__proto__", "0", "*", "é")
"""Keys that no schema has."""
