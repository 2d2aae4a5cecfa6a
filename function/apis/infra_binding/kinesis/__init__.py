"""The settings of clients of Kinesis."""
