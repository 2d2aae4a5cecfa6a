from tests.bindings import PAYMENTS, config, model, resolved


def test_a_binding_is_resolved_with_the_settings_it_is_given() -> None:
    found = resolved()
    assert (found.spec, found.identity, found.config) == (model(), PAYMENTS, config())
