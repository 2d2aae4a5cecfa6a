import pytest

from function.apis.infra_binding.secret_template import go_template, keys_in


@pytest.mark.parametrize(
    ("template", "keys"),
    [
        ("$(user):$(password)", ["user", "password"]),
        ("$(a)$(a)", ["a", "a"]),
        ("$(tls.key) $(a-b) $(_x)", ["tls.key", "a-b", "_x"]),
        ("$(a b) $() $a ${b} $((c", []),
        ("no key", []),
    ],
)
def test_the_keys_that_a_template_needs(template: str, keys: list[str]) -> None:
    assert keys_in(template) == keys


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("$(user)", '{{ index . "user" }}'),
        ('user="$(user)";', 'user="{{ index . "user" }}";'),
        ('{"user": "$(user)"}', '{"user": "{{ index . "user" }}"}'),
        ("{$(user)}", '{{ "{" }}{{ index . "user" }}}'),
        ("{{ .Secret }}$(user)", '{{ "{" }}{{ "{" }} .Secret }}{{ index . "user" }}'),
        ("$(user){{", '{{ index . "user" }}{{ "{" }}{{ "{" }}'),
        ("$(user) $(a b)", '{{ index . "user" }} $(a b)'),
    ],
)
def test_only_keys_are_read_and_everything_else_stays_text(template: str, expected: str) -> None:
    assert go_template(template) == expected


@pytest.mark.parametrize("key", ["a-b", "tls.key", "a"])
def test_keys_with_dashes_and_dots_are_read_with_index(key: str) -> None:
    assert go_template(f"$({key})") == f'{{{{ index . "{key}" }}}}'
