"""Why a binding has none of the objects of Dapr that it asks for."""

SWITCHED_OFF = "PlatformConfig.spec.dapr.enabled is not set; the document contains it"
