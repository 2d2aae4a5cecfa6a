"""The reasons of EventDrivenService, one module per subject."""
