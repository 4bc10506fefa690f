"""Operators as functions. The checker expands them to the operator itself."""
