"""The closed list of reasons, one module per subject. Severities begin with the input and follow cause and effect."""
