"""What clients of Kinesis are told."""
