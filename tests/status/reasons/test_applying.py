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
