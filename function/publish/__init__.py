"""What is generated from the models: XRDs, JSON Schemas, reference pages. Values and text, never files."""
