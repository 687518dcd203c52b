"""The analyst's desk in the browser."""
