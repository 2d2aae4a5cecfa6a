"""What a change of claims or settings does to the objects in a cluster, found by rendering both versions."""
