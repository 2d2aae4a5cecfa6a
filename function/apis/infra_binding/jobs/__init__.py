"""The Flink jobs of a binding: one for each process, with its checkpoints and its state backend."""
