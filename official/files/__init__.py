"""The agencies' own spreadsheets and pages, saved as files → observations. Recognised by what is in them, not by their names."""
