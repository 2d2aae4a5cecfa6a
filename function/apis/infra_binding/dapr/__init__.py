"""The section `dapr` of a binding: components of Dapr, and how applications use them."""
