"""The reasons of InfraBinding."""
