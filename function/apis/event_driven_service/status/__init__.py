"""Conditions, reasons and the fields of the status of an EventDrivenService."""
