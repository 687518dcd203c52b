"""Partners by the codes and names that agencies print."""

import pytest

from official.partners import _table, code_of_partner, partner_of_code, partner_of_name


@pytest.mark.parametrize(
    ("code", "name", "partner"),
    [
        ("5800", "KOREA, SOUTH", "KOR"),
        ("-", "TOTAL FOR ALL COUNTRIES", "WLD"),
        ("0003", "EUROPEAN UNION", "EU"),
        ("0021", "USMCA (NAFTA)", None),
        ("4XXX", "EUROPE", None),
        ("9999", "ATLANTIS", "ATLANTIS"),
        ("5081", "ISRAEL", "ISR"),
        ("5080", "ISRAEL", "ISR (5080, former)"),
    ],
)
def test_codes_of_the_census(code: str, name: str, partner: str | None) -> None:
    assert partner_of_code(code, name) == partner


@pytest.mark.parametrize(
    ("name", "partner"),
    [
        ("Korea, South", "KOR"), ("SouthKorea", "KOR"), ("KOREA, SOUTH", "KOR"), ("China", "CHN"), ("UnitedKingdom", "GBR"),
        ("Hong Kong", "HKG"), ("HongKong", "HKG"), ("Taiwan", "TWN"), ("AllCountries", "WLD"), ("EU", "EU"), ("Israel", "ISR"),
        ("Sudan", "SDN"), ("Vietnam", "VNM"), ("LatAmAndOthWestHem", "LatAmAndOthWestHem"),
    ],
)  # fmt: skip
def test_names_of_any_agency(name: str, partner: str) -> None:
    assert partner_of_name(name) == partner


def test_codes_of_partners() -> None:
    assert [code_of_partner(partner) for partner in ("KOR", "CHN", "VNM", "ISR")] == ["5800", "5700", "5520", "5081"]
    with pytest.raises(KeyError):
        code_of_partner("WLD")


def test_no_two_codes_stand_for_one_partner() -> None:
    partners = [partner for _, partner, _ in _table()]
    assert len(partners) == len(set(partners)) > 200
