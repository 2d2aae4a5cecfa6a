"""Between protobuf bytes and plain values. Nothing outside this package knows a protobuf message."""
