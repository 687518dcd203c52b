"""Words that decide whether a full stop ends a sentence: short forms, and the words that sentences begin with."""

_TITLES = """
mr mrs ms dr sen sens rep reps gov gen col lt maj capt sgt adm amb prof rev hon st messrs mme vs v cf e.g i.e eg viz approx est no nos art arts sec secs ch fig figs para paras pp
vol ed eds ref reg pub u.s.c c.f.r h.r ave blvd mt ft dept asst assoc bros
"""
_SHORT = """
u.s u.k u.n e.u d.c a.m p.m u.s.a inc corp co ltd llc jr sr etc al ph.d m.d b.a m.a jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri int intl govt
admin fed calif mass conn tex fla ill ind mich minn okla ore tenn wash wis va pa n.y n.j n.c s.c n.h n.m s.a s.p.a n.v l.p tel ext
"""
_STARTERS = """
the a an in it its but and he she they we i you on at for from this that these those there here however while when although though as if since after before during under over with by to
of or so yet both all many most some such no not one two three our their his her who what why how where despite according among between because meanwhile moreover furthermore still even
only finally then thus also each several overall mexico china canada japan korea mr mrs ms last
"""
_NOUNS = """
officials imports exports shipments analysts economists congress trade goods total first second third next tariffs president lawmakers
"""

TITLES = frozenset(_TITLES.split())
"""Short forms that never end a sentence: a name or number must follow."""

SHORT = frozenset(_SHORT.split())
"""Short forms that may end a sentence: they do before a word that begins sentences."""

STARTERS = frozenset(_STARTERS.split())
"""Words that begin sentences."""

NOUNS = frozenset(_NOUNS.split())
"""Nouns that begin sentences, but also follow a country's short form: "U.S. Exports Fall" is one headline."""

STATES = frozenset(("u.s", "u.k", "u.n", "e.u", "u.s.a"))
"""Short forms of countries and unions."""
