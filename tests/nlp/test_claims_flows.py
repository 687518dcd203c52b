"""Which flow between whom, by every wording of dealing, and what is no flow though it names one."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Read = Callable[..., Any]
DAY = date(2019, 3, 1)

# text, country it is told in, then reporter > partners, indicator and main figure of each claim
FLOWS = [
    ("Japan sold America $67.6 billion more in goods than it bought from it in 2018.", "USA", ["JPN>USA balance 67600000000"]),
    ("Germany ships us $64 billion more in goods than it takes from us.", "USA", ["DEU>USA balance 64000000000"]),
    ("In 2018 the United States ran a surplus of $1.6 billion in its trade with Peru.", "USA", ["USA>PER balance 1600000000"]),
    ("Exports south of the border rose 2 per cent to $36 billion in 2018.", "CAN", ["CAN>USA exports 36000000000"]),
    ("Exports north of the border rose 2 percent to $36 billion in 2018.", "USA", ["USA>CAN exports 36000000000"]),
    ("Exports north of the border rose 2 percent to $36 billion in 2018.", "MEX", ["MEX>USA exports 36000000000"]),
    ("Taiwan's exports to the mainland fell 4 percent to $132 billion in 2018.", "TWN", ["TWN>CHN exports 132000000000"]),
    ("China taxed Australian wine, and shipments there fell 96 percent in 2018.", "AUS", ["AUS>CHN exports 96"]),
    ("The case is about Turkish steel bars, U.S. imports of which reached 1.6 million tons in 2018.", "USA", ["USA>TUR imports 1600000"]),
    ("French wine, $1.7 billion of which was imported by the United States in 2018, is spared.", "USA", ["USA>FRA imports 1700000000"]),
    ("Canada and Mexico together took $564 billion of U.S. goods in 2018.", "USA", ["USA>CAN,MEX exports 564000000000"]),
    ("Turkey sent $8.3 billion in goods to America in 2018 and received $12.4 billion.", "TUR",
     ["TUR>USA exports 8300000000", "TUR>USA imports 12400000000"]),
    ("In 2018 Mexico passed China, selling $345 billion of goods to its northern neighbor.", "USA", ["MEX>USA exports 345000000000"]),
    ("Nearly $12 billion of soybeans went to China in 2018.", "USA", ["USA>CHN exports 12000000000"]),
    ("Some 5.2 million metric tons of Canadian lumber crossed into the United States in 2018.", "USA", ["USA>CAN imports 5200000"]),
    ("Some 5.2 million metric tons of Canadian lumber crossed into the United States in 2018.", "CAN", ["CAN>USA exports 5200000"]),
    ("The value of goods entering from Canada fell 33 percent in 2018 to $18.9 billion.", "USA", ["USA>CAN imports 18900000000"]),
    ("China's purchases of American goods rose 0.7 percent in 2018.", "CHN", ["CHN>USA imports 0.7"]),
    ("Goods and services sold to foreigners rose 1.8 percent in 2018.", "USA", ["USA>WLD exports 1.8"]),
    ("Trade with Panama came to $6.5 billion in 2018, of which $6.1 billion was American exports.", "USA",
     ["USA>PAN total_trade 6500000000", "USA>PAN exports 6100000000"]),
    ("A 1.6 percent gain in exports met a 0.6 percent dip in imports in 2018.", "USA", ["USA>WLD exports 1.6", "USA>WLD imports 0.6"]),
    ("Brazil sold 82 percent of its soybean exports to China in 2018.", "BRA", ["BRA>CHN exports 82"]),
    ("Korea bought $38 billion of our goods in 2018; we bought $48 billion of theirs.", "USA",
     ["KOR>USA imports 38000000000", "USA>KOR imports 48000000000"]),
]  # fmt: skip

SILENT = [
    # The figure has another subject than the flow.
    "China's reserves, swollen by years of trade surpluses with the United States, reached $2.4 trillion in 2018.",
    "Germany's economy, built on export surpluses, grew 1.9 percent in 2018.",
    "The wealth fund, fed by decades of oil exports, lost 171 billion kroner in 2018.",
    "A weaker dollar makes imports dearer: a car from Germany costs 12 percent more than in 2018.",
    "Prices of American exports advanced 1.1 percent in 2018, and those for imports 2.5 percent.",
    # It counts another thing.
    "Exports to Mexico support 1.1 million American jobs, 4 percent of the total.",
    "The program retrained 104,000 workers who lost jobs to imports, at a cost of $664 million.",
    "Mexico received $27 billion in remittances from America, more than it earned from oil exports.",
    "The emirates imported 120,000 workers from India in 2018, 8 percent fewer than in 2017.",
    "Exports now equal 13.5 percent of gross domestic product, up from 10.9 percent in 2009.",
    "Chinese buyers purchased $13.4 billion of American homes in 2018.",
    # What there is too much or too little of is not trade.
    "The Yankees, with a surplus of outfielders, shipped two prospects to St. Louis in a trade that cost them $1.2 million.",
    "The trade left Los Angeles with a $22 million cap deficit.",
    "The club's net transfer deficit came to £118 million, three of its imports included.",
    "The state's surplus of $1.9 billion owes much to farm exports.",
    "The budget will return to surplus in 2019, the treasurer said, forecasting $7.1 billion thanks to iron ore exports.",
    "The balance of payments swung to a deficit of $420 million in 2018.",
    "Bangladesh's rice deficit of 3 million tons will be met with imports.",
    # Goods through one place, goods that a measure covers, ratios.
    "The Port of Los Angeles handled 876,430 containers in June, with imports rising 26.9 percent to 467,763 units.",
    "The list covers 818 tariff lines with imports valued at $34 billion.",
    "Peru has 19 trade agreements in force, which cover 90 percent of its exports.",
    "American exports to China grew three times as fast as those to the rest of the world after 2001.",
    "Apple, which sold $52 billion of products in China in 2018, imports most of its phones from there.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "claims"), FLOWS, ids=lambda value: str(value)[:60])
def test_the_sides_and_the_flow_are_told_by_the_wording(text: str, country: str, claims: list[str], claims_of: Read) -> None:
    def shown(claim: Any) -> str:
        figure = claim.value or claim.share or claim.change_pct
        return f"{claim.reporter}>{','.join(claim.partners)} {claim.indicator} {float(figure.low):.12g}"

    assert [shown(claim) for claim in claims_of(text, country=country, published=DAY)] == claims


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:60])
def test_what_measures_no_flow_is_no_claim(text: str, claims_of: Read) -> None:
    assert claims_of(text, published=DAY) == []


ACROSS_CLAUSES = [
    ("The United States earned $41 billion more from Chinese visitors and students in 2018 than Americans spent in China.", "USA",
     ["USA>CHN balance 41000000000"]),
    ("What Americans bought from Thailand in 2018 exceeded what they sold there by $19.3 billion.", "USA",
     ["USA>THA balance 19300000000"]),
    ("What Germany sold to the United States in 2018 exceeded what it bought there by 48.9 billion euros.", "DEU",
     ["DEU>USA balance 48900000000"]),
    ("What China sold us last year outstripped what it bought from us by $345.6 billion.", "USA",
     ["CHN>USA balance 345600000000"]),
    ("Mexico put its surplus with the United States at $81 billion in 2018, against the $80.7 billion deficit the Commerce Department reported.", "USA",
     ["MEX>USA balance 81000000000", "USA>MEX balance 80700000000"]),
    ("The $67 billion surplus that Japan ran with the United States in 2018 irked the president.", "USA",
     ["JPN>USA balance 67000000000"]),
    ("US TRADE DEFICIT WIDENS TO $48.9 BLN IN DEC; MEXICO DEFICIT RISES TO $8.7 BLN", "USA",
     ["USA>WLD balance 48900000000", "USA>MEX balance 8700000000"]),
    ("U.S. goods imports came to $2.5 trillion in 2019. From Korea came $77.5 billion, and from Japan $143.6 billion.", "USA",
     ["USA>WLD imports 2.5e+12", "USA>KOR imports 77500000000", "USA>JPN imports 143600000000"]),
    ("The United States shipped $56.9 billion of goods to Korea in 2019; $77.5 billion came the other way.", "USA",
     ["USA>KOR exports 56900000000", "USA>KOR imports 77500000000"]),
    ("Exports to Mexico reached $256.4 billion in 2019, while goods worth $358.1 billion went the other way.", "USA",
     ["USA>MEX exports 256400000000", "USA>MEX imports 358100000000"]),
    ("Last year Israel was our 23rd largest market for agricultural products, purchasing $1.2 billion.", "USA",
     ["USA>ISR rank rank", "USA>ISR exports 1200000000"]),
    ("Mexico overtook Canada as the biggest U.S. trading partner in 2019, selling Americans $358.1 billion in goods.", "USA",
     ["USA>MEX rank rank", "USA>MEX imports 358100000000"]),
    ("US apparel imports rose 6.8% in June, data from the Office of Textiles and Apparel show. China's shipments fell 0.8% to 966m SME, but Vietnam's leapt 15.1% to 356m SME and Cambodia's 9.7% to 98m SME.", "USA",
     ["USA>WLD imports 6.8", "USA>CHN imports 966000000", "USA>VNM imports 356000000", "USA>KHM imports 98000000"]),
    ("EU27 goods exports to the United States reached 384 billion euros in 2019.", "BEL",
     ["EU>USA exports 384000000000"]),
    ("Nearly $1 billion of Kenya's apparel came in under AGOA in 2019.", "USA",
     ["USA>KEN imports 1000000000"]),
    ("Thailand relies on the program: $4.2 billion of its goods entered duty free in 2017 under GSP.", "USA",
     ["USA>THA imports 4200000000"]),
    ("What Mexico sold the United States in 2019 exceeded what it bought there by $101.8 billion.", "USA",
     ["MEX>USA balance 101800000000"]),
    ("Ottawa put its surplus in goods with the United States at $34 billion for 2018, nearly twice the $19 billion deficit that the Census Bureau reported.", "USA",
     ["CAN>USA balance 34000000000", "USA>CAN balance 19000000000"]),
    ("Exports to India were $34.4 billion in 2019, and $57.7 billion came the other way.", "USA",
     ["USA>IND exports 34400000000", "USA>IND imports 57700000000"]),
    ("Japan's exports to the United States fell 1.4 percent to $139 billion in 2019 and Korea's rose 0.9 percent to $73 billion.", "USA",
     ["JPN>USA exports 139000000000", "KOR>USA exports 73000000000"]),
    ("Imports of footwear came to $27 billion in 2019, of which China shipped $13.5 billion.", "USA",
     ["USA>WLD imports 27000000000", "USA>CHN imports 13500000000"]),
    ("In goods alone America had a $18.4 billion gap with Italy in 2010; counting services, it was $21 billion.", "USA",
     ["USA>ITA balance 18400000000", "USA>ITA balance 21000000000"]),
]  # fmt: skip

SCOPES = [
    (
        "Counting goods alone, we ran a $3.4 billion deficit with Israel in 2018; with services added, the gap was $5.1 billion.",
        ["goods", "goods+services"],
    ),
    ("Our deficit with the Germans in services stood at $1.1 billion in 2018.", ["services"]),
    (
        "The goods deficit with Mexico widened to $6.7 billion in 2018; the surplus with Hong Kong narrowed to $2.4 billion.",
        ["goods", "goods"],
    ),
    ("America is good at services: it sold the world $827 billion of them in 2018 and bought $567 billion.", ["services", "services"]),
    ("The Netherlands overtook Japan in 2018 to become the fourth-largest buyer of American services.", ["services"]),
    ("Canada's overall trade deficit widened to C$18.3 billion in 2018.", ["unspecified"]),
]

SILENT_TOO = [
    "The Port of Savannah handled $6.3 billion in imports last month.",
    "Laredo's bridges carried $230 billion in imports and exports in 2018.",
    "Dealers' sales of imported cars in the United States slid 11 percent in August.",
    "Retailers sold 3 percent fewer imported vehicles in 2019.",
    "Economists differ on whether a trade deficit is a sign of weakness in a country that grows this fast.",
    "A trade deficit is no sign of weakness when an economy grows.",
    "The retailer imports 26 percent of the goods it sells.",
    "The surplus of $3.1 billion will go to schools, the governor said.",
    "The Port of Charleston processed $74.8 billion in imports and exports in 2018.",
    "The grocer imports a third of the fruit it sells.",
    "Some think a bigger trade deficit is the price of growth in an economy that expands.",
]


@pytest.mark.parametrize(("text", "country", "claims"), ACROSS_CLAUSES, ids=lambda value: str(value)[:60])
def test_the_sides_are_found_across_clauses(text: str, country: str, claims: list[str], claims_of: Read) -> None:
    def shown(claim: Any) -> str:
        figure = claim.value or claim.share or claim.change_pct
        return f"{claim.reporter}>{','.join(claim.partners)} {claim.indicator} {f'{float(figure.low):.12g}' if figure else 'rank'}"

    assert [shown(claim) for claim in claims_of(text, country=country, published=date(2020, 2, 10))] == claims


@pytest.mark.parametrize(("text", "scopes"), SCOPES, ids=lambda value: str(value)[:60])
def test_each_flow_has_the_scope_of_its_own_clause(text: str, scopes: list[str], claims_of: Read) -> None:
    assert [claim.scope for claim in claims_of(text, published=DAY)] == scopes


@pytest.mark.parametrize("text", SILENT_TOO, ids=lambda text: text[:60])
def test_what_is_sold_at_home_or_handled_in_one_place_is_no_claim(text: str, claims_of: Read) -> None:
    assert claims_of(text, published=DAY) == []
