"""Exceptions of the Java machine."""
