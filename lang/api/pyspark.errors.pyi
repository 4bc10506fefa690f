"""Exceptions of PySpark."""
