"""What Pulsar's clients and operator are told."""
