"""Document to mentions, claims and events. spaCy lives here and nowhere else."""
