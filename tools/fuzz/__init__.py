"""Coverage-guided fuzzing of the function and the command line: `make fuzz`."""
