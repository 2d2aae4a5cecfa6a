"""One module per emitted kind, with one function `manifest`. Kinds know nothing of each other."""
