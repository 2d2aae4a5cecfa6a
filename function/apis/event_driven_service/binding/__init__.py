"""Reads what a service takes from the document of an InfraBinding. Anybody may have edited the ConfigMap."""
