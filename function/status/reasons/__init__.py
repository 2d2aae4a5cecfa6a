"""The closed list of reasons, one module per subject. Severities start with the input and follow cause and effect."""
