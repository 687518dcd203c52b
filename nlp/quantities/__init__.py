"""Amounts in running text: our own grammar of compiled expressions, exact decimals, rounding width and qualifier."""

from nlp.quantities.find import find_quantities

__all__ = ["find_quantities"]
