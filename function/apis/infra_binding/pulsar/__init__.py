"""The settings of Pulsar's clients and operator."""
