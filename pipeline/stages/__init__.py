"""One file per stage. Each is a function from the store to a run; running it twice changes nothing."""
