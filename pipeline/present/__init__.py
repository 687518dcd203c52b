"""What a person sees: records in words and tables."""
