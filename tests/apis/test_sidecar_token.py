from function.apis.sidecar_token import WITHOUT_TOKEN


def test_the_value_is_a_text_as_those_of_all_annotations() -> None:
    assert WITHOUT_TOKEN == {"dapr.io/disable-builtin-k8s-secret-store": "true"}
