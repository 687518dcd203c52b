"""Tables and lists of figures under a title: each row a key with its cells, read with what title and columns say of them."""

from nlp.claims.tables.reading import SettingOf, Tables

__all__ = ["SettingOf", "Tables"]
