"""One module per emitted kind, with one function `manifest`. Kinds do not depend on each other."""
