"""Everything kept, in one SQLite file. The only package that writes SQL."""
