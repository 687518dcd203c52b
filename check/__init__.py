"""Claim and official observations to Verdict: pure arithmetic."""
