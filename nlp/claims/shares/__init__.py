"""Shares: whose or which product's part of a flow a percentage is.

"China's share of U.S. apparel imports slid to 29.8 percent", "Crude oil accounted for 24 percent of Canadian exports, vehicles 14 percent",
"Three-quarters of everything Canada sells abroad ends up in the United States".

A share statement has a whole (the flow that is divided), a holder (the partners or the product whose part it is) and figures. They are found
before flows are read: a percentage that is a share is no figure of a flow, and the flow it divides says nothing else by being named.
"""

from nlp.claims.shares.claims import share_claims, with_shares
from nlp.claims.shares.find import find_shares
from nlp.claims.shares.statement import Share, wholes_of, without_shares

__all__ = ["Share", "find_shares", "share_claims", "wholes_of", "with_shares", "without_shares"]
