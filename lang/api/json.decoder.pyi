"""The part of json that has its exception."""
