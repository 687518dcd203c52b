"""The conductor: one small file per stage, the one work loop, the command line."""
