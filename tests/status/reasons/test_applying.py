from function.status.reasons import applying as reasons


def test_what_stops_every_object_is_told_before_what_stops_one() -> None:
    order = (
        reasons.PROVIDER_CONFIG_MISSING,
        reasons.PROVIDER_DENIED,
        reasons.NAMESPACE_NOT_FOUND,
        reasons.CRD_MISSING,
        reasons.ADMISSION_DENIED,
        reasons.REFUSED,
        reasons.APPLY_FAILED,
    )
    assert [reason.severity for reason in order] == sorted({reason.severity for reason in order})


def test_rights_and_operators_are_the_platform_teams() -> None:
    for reason in (reasons.PROVIDER_CONFIG_MISSING, reasons.PROVIDER_DENIED, reasons.CRD_MISSING):
        assert reason.audience == "operator"
        assert "ask the platform team" in reason.remedy


def test_a_policy_is_told_to_who_can_follow_it() -> None:
    assert reasons.ADMISSION_DENIED.audience == "claim author"
