"""Official figures → observations."""

from datetime import UTC, datetime

from check.embedded import read_observations, read_provenance
from store.database import Database, transaction
from store.observations import save_observations
from store.runs import finish_run, start_run
from tradeclaims.records import Run


def load_official(db: Database) -> Run:
    """Load the embedded snapshot of official figures. A figure already stored with its vintage is left as it is."""
    began = datetime.now(UTC)
    run_id = start_run(db, Run(stage="official", source="embedded", started_at=began))
    with transaction(db):
        saved, unchanged = save_observations(db, read_observations(), read_provenance())
    run = Run(
        stage="official",
        source="embedded",
        started_at=began,
        finished_at=datetime.now(UTC),
        seen=saved + unchanged,
        saved=saved,
        unchanged=unchanged,
    )
    finish_run(db, run_id, run)
    return run
