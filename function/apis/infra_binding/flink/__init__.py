"""What Flink jobs are configured with: names of its keys by version, memory, checkpoints, and processes."""
