"""The embedded snapshot: complete, exact, with public sources."""

from collections import Counter
from decimal import Decimal

from check.embedded import entries_into_force, partner_names, read_observations, read_provenance
from check.series import sources


def test_every_source_is_declared_and_every_figure_has_a_public_address() -> None:
    observations = list(read_observations())
    keys = {one.provenance.partition(" ")[0] for one in observations}
    assert {one.source for one in observations} <= set(sources())
    assert keys <= set(read_provenance())
    assert all(read_provenance()[key]["url"].startswith("http") for key in keys)
    assert len(observations) > 144_000


def test_values_are_kept_as_printed() -> None:
    korea = {
        (one.vintage, one.period): one.value
        for one in read_observations()
        if (one.source, one.partner, one.flow, one.freq) == ("census", "KOR", "balance", "A")
    }
    assert korea["2018-10", "2016"] == Decimal("-27582.661169")
    assert korea["2024-08", "2016"] == Decimal("-27624.591339")
    assert korea["2024-08", "2011"] == Decimal("-13199.723426")


def test_no_figure_stands_twice_in_one_vintage_at_one_rounding() -> None:
    count = Counter(
        (
            o.source,
            o.series,
            o.reporter,
            o.partner,
            o.flow,
            o.product,
            o.basis,
            o.adjustment,
            o.freq,
            o.period,
            o.unit,
            o.vintage,
            o.provenance,
        )
        for o in read_observations()
    )
    assert count.most_common(1)[0][1] == 1


def test_former_states_do_not_overwrite_present_ones() -> None:
    ethiopia = {
        o.period: o.value for o in read_observations() if (o.partner, o.flow, o.freq, o.vintage) == ("ETH", "exports", "A", "2024-08")
    }
    assert ethiopia["1995"] == Decimal("147.7")  # the code of the former state prints 0
    assert ethiopia["1992"] == Decimal("249.6")  # only the former state is in the table


def test_names_and_agreements() -> None:
    assert partner_names()["KOR"] == "South Korea"
    assert [(entry.agreement, entry.year) for entry in entries_into_force()["KOR"]] == [("KORUS", 2012)]
