"""One file per kind of event; each declares a KIND."""
