"""Value types: a number, a time and a place in a text, each with the precision it was stated in."""

from tradeclaims.values.period import Period
from tradeclaims.values.quantity import Quantity
from tradeclaims.values.span import Span

__all__ = ["Period", "Quantity", "Span"]
