"""What is shipped over a border, as a piece of expressions: a good is told by its noun, whoever bears the duty on it."""

CARGO_WORDS = (
    r"goods|imports?|products?|items|cars?|vehicles?|trucks?|autos?|automobiles?|parts|steel|alumini?um|metals?|wines?|champagne|spirits|whisk(?:e)?y|bourbon|cheeses?|toys|clothing|apparel|garments"
    r"|textiles?|footwear|shoes|soybeans?|soya|corn|pork|beef|chicken|poultry|wheat|rice|sugar|dairy|lumber|timber|copper|semiconductors?|chips?|pharmaceuticals|drugs|medicines|solar \w+|batteries|machinery"
    r"|motorcycles?|aircraft|planes|washing machines|washers|appliances|furniture|fruit|nuts|almonds|seafood|salmon|shrimp|t[iy]res?|watch(?:es)?|slabs|rebar|wire|rods?|bars?|beams?|pipes?|tiles?|honey|cotton|jeans|chocolates?|coffee|tea|olives|tomatoes|bananas|avocados|flowers|beer|vodka|gin|tequila|newsprint|plywood|bicycles|bikes|yachts|engines|magnets|minerals|fertili[sz]ers?|ethanol|airliners|robots|smartphones|laptops|computers|electronics|handbags|perfumes?|cosmetics|walnuts|apples|lentils|oil|gas|coal|films?|movies|exports|shipments|everything|freight cars"
)
CARGO = rf"(?:\b(?:{CARGO_WORDS})\b)"
"""A good by its noun, or goods in general."""
