"""Spark Core's modules."""
