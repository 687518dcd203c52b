"""The words every part of tradeclaims shares: values, records, ids, errors, settings. Imports nothing of ours."""

__version__ = "0.1.0"
