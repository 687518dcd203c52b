"""A small sample newsroom on loopback: an authority, the Register and two outlets, for the demonstration and for tests."""
