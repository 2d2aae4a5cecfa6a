"""The command that the Job of a preflight runs in its pod: it connects, and writes down what happened."""
