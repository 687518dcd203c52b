"""Readers turn stored bytes into text, without network: one file per form of publication."""
