"""The reference as a static site: values in, files out."""
