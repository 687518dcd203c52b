"""Names of countries, agencies, people, agreements and products, and what only looks like one."""

from datetime import date
from itertools import pairwise

import pytest

from nlp.names import find_names, find_parties, find_products
from nlp.names.agreements import AGREEMENTS, agreement_between
from nlp.names.pacts import find_agreements
from nlp.names.parties import pair_name
from nlp.names.products import products


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("South Korea and the US", ["KOR", "USA"]),
        ("the Republic of Korea, not North Korea", ["KOR", "PRK"]),
        ("Exports to Korea rose; ROK customs said so.", ["KOR", "KOR"]),
        ("U.S.-China trade", ["USA", "CHN"]),
        ("Beijing protested, Ottawa agreed, Seoul waited", ["CHN", "CAN", "KOR"]),
        ("Vietnamese shirts and Mexican jeans", ["VNM", "MEX"]),
        ("The bloc's surplus with America", ["EU", "USA"]),
        ("NAFTA partners bought more", ["CAN", "MEX"]),
        ("Pacific Rim countries", ["PACIFIC-RIM"]),
        ("the deficit with the world", ["WLD"]),
        ("SOUTH KOREA TRADE GAP WIDENS", ["KOR"]),
        ("Latin American apparel", ["LATIN-AMERICA"]),
        ("Türkiye’s exports and Turkey's imports", ["TUR", "TUR"]),
        ("CAFTA-DR countries", ["CAFTA-DR"]),
    ],
)
def test_parties_are_found_by_name_demonym_capital_or_epithet(text: str, codes: list[str]) -> None:
    assert [mention.entity for mention in find_parties(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "tell us more about it",
        "paid US$5 million and A$3 million",
        "wheat growers in Washington state",
        "the Washington Post reported",
        "New Mexico and New England",
        "the Bank of America",
        "Statistics Canada",
        "Michael Jordan shoes",
        "peaches from Georgia, trucked to Atlanta",
        "a chinaware shop, an indiana farm",
        "the Paris Agreement",
    ],
)
def test_these_name_no_party(text: str) -> None:
    assert find_parties(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "label", "entity"),
    [
        ("The USTR sent it.", "USTR", "ORG", "USTR"),
        ("Data from the Census Bureau show it.", "Census Bureau", "ORG", "CENSUS"),
        ("Korea's trade ministry denied it.", "Korea's trade ministry", "ORG", "MOTIE"),
        ("Statistics Canada said exports fell.", "Statistics Canada", "ORG", "STATCAN"),
        ("the American Widget Makers Association objected", "American Widget Makers Association", "ORG", None),
        ("U.S. Trade Representative Robert Lighthizer wrote", "Robert Lighthizer", "PERSON", "Robert Lighthizer"),
        ("Ambassador Froman testified.", "Froman", "PERSON", "Michael Froman"),
        ("President Ruiz agreed.", "Ruiz", "PERSON", "Ruiz"),
        ("said Anna Kowalska, an economist at a bank", "Anna Kowalska", "PERSON", "Anna Kowalska"),
        ("the U.S.-Korea Free Trade Agreement", "U.S.-Korea Free Trade Agreement", "AGREEMENT", "KORUS"),
        ("the North American free trade agreement", "North American free trade agreement", "AGREEMENT", "NAFTA"),
        ("a U.S.-Kenya trade agreement", "U.S.-Kenya trade agreement", "AGREEMENT", "US-Kenya"),
        ("the phase one deal", "phase one deal", "AGREEMENT", "Phase One"),
        ("A talk in Hanoi.", "Hanoi", "GPE", "VNM"),
    ],
)
def test_a_name_has_its_span_label_and_identity(text: str, surface: str, label: str, entity: str | None) -> None:
    found = [(m.span.quote, m.label, m.entity) for m in find_names(text)]
    assert (surface, label, entity) in found


def test_a_title_before_a_name_and_a_demonym_are_no_names() -> None:
    assert [m.span.quote for m in find_names("U.S. Trade Representative Robert Lighthizer praised Chinese cooks.")] == ["Robert Lighthizer"]


def test_names_never_overlap_and_quote_the_text() -> None:
    text = (
        "President Trump told the U.S. Department of Commerce that NAFTA, the U.S.-Korea FTA and Mexico's trade mattered, Wilbur Ross said."
    )
    names = find_names(text)
    assert len(names) >= 5
    for mention in names:
        mention.span.check(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))


@pytest.mark.parametrize(
    ("partners", "day", "name"),
    [
        (["KOR"], date(2009, 11, 19), "KORUS"),
        (["CAN", "MEX"], date(2017, 5, 1), "NAFTA"),
        (["MEX", "CAN"], date(2018, 11, 30), "USMCA"),
        (["MEX"], date(2018, 8, 31), "USMCA"),
        (["CAN"], date(1990, 1, 1), "CUSFTA"),
    ],
)
def test_the_agreement_of_two_countries_depends_on_the_day(partners: list[str], day: date, name: str) -> None:
    found = agreement_between(partners, day)
    assert found is not None
    assert found.name == name


def test_no_agreement_with_kenya_only_a_pair() -> None:
    assert agreement_between(["KEN"], date(2020, 3, 17)) is None
    assert pair_name("KEN") == "US-Kenya"
    assert pair_name("GBR") == "US-UK"


def test_korus_has_its_days() -> None:
    korus = AGREEMENTS["KORUS"]
    assert (korus.signed, korus.entry_into_force, korus.partners) == (date(2007, 6, 30), date(2012, 3, 15), ("KOR",))


def test_every_agreement_is_found_by_each_of_its_names() -> None:
    spellings = [(alias, name) for name, agreement in AGREEMENTS.items() for alias in agreement.aliases]
    wrong = [(alias, name) for alias, name in spellings if [m.entity for m in find_agreements(alias)] != [name]]
    assert len(spellings) > 60
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Textiles and apparel from Korea", ["textiles and apparel"]),
        ("apparel up, yarn down", ["apparel", "yarn"]),
        ("electric cars, auto parts and steel", ["electric vehicles", "auto parts", "steel"]),
        ("farm goods such as soybeans", ["agriculture", "soybeans"]),
        ("careful steelworkers", []),
    ],
)
def test_products_become_slugs(text: str, slugs: list[str]) -> None:
    assert [slug for _, slug in find_products(text)] == slugs


def test_products_know_their_statistical_classes() -> None:
    assert products()["apparel"].hs == ("61", "62")
    assert products()["yarn"].otexa == "yarn"
