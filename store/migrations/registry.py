"""The list that every migration adds itself to."""

from sqlite_utils import Migrations

migrations = Migrations("tradeclaims")
