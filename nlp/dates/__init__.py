"""Dates and periods in running text, resolved to intervals against the day of publication."""

from nlp.dates.find import find_dates

__all__ = ["find_dates"]
