"""The fields of a suite."""
