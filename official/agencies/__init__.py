"""One file per agency; each declares `CONNECTOR`."""
