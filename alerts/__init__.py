"""Events and verdicts to notices, by rule, through channels."""
