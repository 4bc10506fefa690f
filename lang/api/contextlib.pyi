"""Context managers. The checker expands them."""
