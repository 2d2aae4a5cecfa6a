"""Reasons about an object of the cluster with the platform's settings."""

from function.base.condition import OPERATIONAL, TYPES, VALIDATED
from function.status import lookup
from function.status.reason import Reason

SETTINGS_NOT_FOUND = Reason(
    name="SettingsNotFound",
    conditions=(VALIDATED, OPERATIONAL),
    status="False",
    severity=9,
    effect="blocked",
    audience="operator",
    meaning="The EnvironmentConfig that PlatformConfig.spec.settings names does not exist. Nothing is applied or "
    "removed; running resources stay unchanged.",
    message="{problems}",
    steps=(
        "Recreate the object. If its `data` is empty, the Composition's settings apply. Services notice it at once.",
        "The objects that exist: `kubectl get environmentconfigs`",
    ),
)

READING_SETTINGS = Reason(
    name="ReadingSettings",
    conditions=TYPES,
    status="Unknown",
    severity=824,
    effect="progressing",
    audience="operator",
    meaning="Before it renders, the function asks Crossplane for the EnvironmentConfig with the platform's settings.",
    message="reading the settings of the platform from EnvironmentConfig '{name}'",
    steps=(
        "Wait: Crossplane answers within the same reconcile, so this is rarely seen.",
        f"If this persists, Crossplane does not fetch required resources. Its events: {lookup.DESCRIBE_COMPOSITE}",
    ),
)
