"""The words of the field: what edits replace words with, and what invented titles are made of."""

from __future__ import annotations

FUNCTION_WORDS = frozenset((
    "&", "a", "an", "the", "and", "or", "but", "nor", "of", "for", "in", "on", "at", "to", "by", "with",
    "within", "into", "from", "as", "per", "about", "between", "among", "through", "towards", "via",
    "against", "under", "over", "during", "across", "that", "which", "who", "whom", "whose", "this",
    "these", "those", "it", "its", "their", "our", "his", "her", "your", "we", "they", "is", "are", "was",
    "were", "be", "been", "being", "has", "have", "had", "will", "would", "can", "may", "shall", "not",
    "no", "all", "each", "every", "any", "both", "more", "most", "than", "then", "so", "such", "if", "when",
    "where", "while", "up", "out", "off", "do", "does", "did", "i", "you", "us", "them",
))  # fmt: skip

SWAPS = {
    "the": "",
    "in": "within", "within": "in", "and": "&", "&": "and", "to": "towards", "for": "to", "on": "about",
    "among": "between", "between": "among", "through": "via", "by": "through", "all": "all the",
    "our": "the", "their": "the", "its": "the", "a": "the", "an": "the", "across": "in", "with": "and",
}  # fmt: skip
"""Function words that another says as well."""

BEGINNINGS = (
    ("programme", "program"), ("labour", "labor"), ("neighbour", "neighbor"), ("centre", "center"),
    ("behaviour", "behavior"), ("favour", "favor"), ("colour", "color"), ("policymak", "policy-mak"),
    ("multilevel", "multi-level"), ("cooperat", "co-operat"), ("defence", "defense"), ("harbour", "harbor"),
    ("judgement", "judgment"), ("day-care", "daycare"),
    ("theatre", "theater"), ("ageing", "aging"), ("catalogue", "catalog"), ("online", "on-line"),
    ("wellbeing", "well-being"), ("flood-proof", "floodproof"), ("intermunicipal", "inter-municipal"),
)  # fmt: skip
"""How words begin in two spellings."""

ENDINGS = (
    ("isation", "ization"), ("nising", "nizing"), ("lising", "lizing"), ("nise", "nize"), ("lise", "lize"),
)  # fmt: skip
"""What stands in words in two spellings."""

SYNONYMS = (
    ("strengthen", "reinforce", "consolidate"), ("strengthening", "reinforcing", "consolidating"),
    ("strengthened", "reinforced", "consolidated"), ("improve", "enhance", "better"),
    ("improved", "enhanced", "better"), ("improving", "enhancing", "bettering"),
    ("develop", "build", "devise"), ("development", "elaboration", "preparation"),
    ("support", "assist", "back"), ("supporting", "assisting", "backing"),
    ("promote", "foster", "further", "advance"), ("promoting", "fostering", "furthering", "advancing"),
    ("publish", "release", "issue"), ("publication", "release", "issuing"),
    ("published", "released", "issued"), ("implement", "carry out", "realize"),
    ("implementation", "realization", "execution"), ("create", "establish", "set up"),
    ("creation", "establishment", "setting-up"), ("established", "created", "set up"),
    ("organize", "hold", "convene"), ("organization", "association", "body"),
    ("city", "municipality", "town"), ("cities", "municipalities", "towns"),
    ("urban", "metropolitan", "municipal"), ("metropolitan", "urban", "municipal"),
    ("people", "residents", "inhabitants"), ("citizens", "residents", "inhabitants"),
    ("dwellers", "residents", "inhabitants"), ("poor", "disadvantaged", "low-income"),
    ("women", "women and girls"), ("gender", "sex"), ("equality", "equity", "parity"),
    ("equitable", "fair", "just"), ("equal", "even", "fair"), ("growth", "expansion"),
    ("jobs", "employment", "posts"), ("work", "labour", "employment"), ("housing", "homes", "dwellings"),
    ("homes", "housing", "dwellings"), ("households", "families", "homes"),
    ("mobility", "transport", "travel"), ("transport", "mobility", "transit"),
    ("climate", "weather"), ("resilience", "robustness"), ("resilient", "robust"),
    ("sustainable", "lasting", "durable"), ("environment", "nature", "surroundings"),
    ("members", "member organizations", "membership"), ("member", "partner"),
    ("partners", "allies", "associates"), ("partnership", "alliance", "cooperation"),
    ("partnerships", "alliances", "cooperations"), ("network", "alliance", "web"),
    ("knowledge", "expertise", "learning"), ("learning", "training", "education"),
    ("training", "instruction", "coaching"), ("capacity", "ability", "capability"),
    ("policies", "rules", "measures"), ("policy", "rule", "measure"), ("strategy", "plan", "agenda"),
    ("strategies", "plans", "agendas"), ("plan", "strategy", "scheme"), ("plans", "strategies", "schemes"),
    ("programme", "scheme", "initiative"), ("programmes", "schemes", "initiatives"),
    ("project", "scheme", "undertaking"), ("projects", "schemes", "undertakings"),
    ("number", "count", "tally"), ("share", "proportion", "percentage"), ("report", "account", "review"),
    ("reports", "accounts", "reviews"), ("guide", "handbook", "manual"),
    ("guidelines", "guidance", "directions"), ("tools", "instruments", "means"),
    ("services", "provision", "amenities"), ("access", "entry", "admission"),
    ("governance", "government", "steering"), ("leadership", "direction", "guidance"),
    ("participation", "involvement", "engagement"), ("inclusive", "open", "integrated"),
    ("inclusion", "integration", "belonging"), ("global", "worldwide", "international"),
    ("international", "global", "worldwide"), ("local", "municipal", "neighbourhood"),
    ("regional", "area-wide", "territorial"), ("national", "countrywide", "state"),
    ("meeting", "gathering", "session"), ("meetings", "gatherings", "sessions"),
    ("annual", "yearly"), ("yearly", "annual"), ("new", "novel", "fresh"), ("first", "initial", "opening"),
    ("funds", "money", "resources"), ("fund", "facility", "budget"), ("financing", "funding", "finance"),
    ("transparency", "openness"), ("accountability", "answerability"), ("challenges", "problems", "issues"),
    ("indicators", "measures", "metrics"), ("results", "outcomes", "findings"), ("safe", "secure"),
    ("young", "youthful"), ("children", "youngsters"), ("needs", "requirements", "demands"),
    ("open", "launch", "start"), ("opened", "launched", "started"), ("adopted", "approved", "endorsed"),
    ("agreed", "settled", "approved"), ("extend", "expand", "widen"), ("renew", "renovate", "refurbish"),
    ("protect", "safeguard", "preserve"), ("measure", "assess", "gauge"), ("fund", "finance", "pay for"),
)  # fmt: skip
"""Words of like meaning; each may stand for the first."""

TOPICS = (
    "housing", "mobility", "water", "sanitation", "waste", "energy", "heat", "flood", "air", "noise", "land",
    "heritage", "culture", "language", "health", "nutrition", "care", "school", "library", "sport", "park",
    "river", "harbour", "coast", "forest", "street", "pavement", "cycling", "bus", "tram", "ferry", "freight",
    "market", "food", "tourism", "craft", "trade", "tax", "budget", "procurement", "permit", "census",
    "archive", "mapping", "broadband", "privacy", "emergency", "fire", "rescue", "shelter", "migration",
    "refuge", "disability", "ageing", "youth", "childcare", "apprenticeship", "wage", "tenancy", "mortgage",
    "slum", "square", "allotment", "soil", "tree", "pollinator", "drainage", "sewage", "recycling", "compost",
    "solar", "insulation", "lighting", "festival", "museum", "theatre", "radio", "election", "petition",
    "ombudsman", "audit", "integrity", "volunteering", "philanthropy", "research", "innovation", "statistics",
    "inspection", "building", "zoning",
)  # fmt: skip

HEADS = (
    "plans", "guidelines", "networks", "funds", "registers", "maps", "standards", "workshops", "centres",
    "services", "contracts", "surveys", "campaigns", "exchanges", "grants", "laboratories", "schools",
    "platforms", "agreements", "partnerships", "policies", "reports", "toolkits", "councils", "charters",
    "forums", "inspections", "subsidies", "vouchers", "corridors", "districts", "facilities", "clinics",
    "panels", "observatories", "archives", "budgets", "codes", "permits", "routes", "zones", "offices",
    "stations", "prizes", "fellowships", "hearings", "assemblies", "forecasts", "repairs", "cooperatives",
)  # fmt: skip

QUALITIES = (
    "affordable", "accessible", "shared", "public", "regional", "open", "independent", "voluntary",
    "seasonal", "mobile", "digital", "bilingual", "temporary", "permanent", "joint", "low-carbon",
    "neighbourhood", "intermunicipal", "participatory", "gender-responsive", "rural", "coastal", "central",
    "outlying", "historic", "informal", "cooperative", "preventive", "binding", "experimental", "simplified",
    "integrated", "metropolitan", "multilingual", "barrier-free", "community-led", "evidence-based", "yearly",
    "cross-border", "flood-proof", "nature-based", "free", "common", "small", "long-term",
)  # fmt: skip

AUDIENCES = (
    "tenants", "first-time buyers", "single parents", "older residents", "young people", "night workers",
    "street vendors", "small businesses", "newcomers", "schoolchildren", "informal workers", "commuters",
    "carers", "people with disabilities", "low-income families", "students", "local councils", "apprentices",
    "small towns", "civil servants", "farmers", "fishing communities", "artists", "home owners", "nurses",
    "women in local politics", "victims of violence", "jobseekers", "visitors", "landlords", "teachers",
    "cooperatives", "tenants’ unions", "indigenous communities", "member cities", "neighbourhood groups",
)  # fmt: skip

PLACES = (
    "in Norvale", "in Easthaven", "in Port Ambry", "in Tallow Bay", "in Lower Wenlow", "in Carrick Sound",
    "in the northern districts", "in the old town", "along the river", "around the stations", "on the coast",
    "in the outer suburbs", "on both banks", "in every borough", "in the hill villages", "at the harbour",
    "in former barracks", "on vacant land", "in the delta", "at the border", "in the industrial belt",
)  # fmt: skip

MEANS = (
    "through a revolving fund", "with yearly reviews", "by open tender", "with the universities",
    "through peer learning", "under a new by-law", "by participatory budgeting", "with mobile teams",
    "through a joint office", "with open standards", "by mutual aid", "with the regional bank",
)  # fmt: skip

ACTIONS = (
    ("Publish", "Publication of", "Publishing", "published"),
    ("Implement", "Implementation of", "Implementing", "implemented"),
    ("Develop", "Development of", "Developing", "developed"),
    ("Extend", "Extension of", "Extending", "extended"),
    ("Renew", "Renewal of", "Renewing", "renewed"), ("Create", "Creation of", "Creating", "created"),
    ("Promote", "Promotion of", "Promoting", "promoted"),
    ("Evaluate", "Evaluation of", "Evaluating", "evaluated"),
    ("Adopt", "Adoption of", "Adopting", "adopted"), ("Launch", "Launch of", "Launching", "launched"),
    ("Coordinate", "Coordination of", "Coordinating", "coordinated"),
    ("Harmonize", "Harmonization of", "Harmonizing", "harmonized"),
    ("Finance", "Financing of", "Financing", "financed"),
    ("Support", "Support for", "Supporting", "supported"),
    ("Revise", "Revision of", "Revising", "revised"), ("Protect", "Protection of", "Protecting", "protected"),
    ("Translate", "Translation of", "Translating", "translated"),
    ("Expand", "Expansion of", "Expanding", "expanded"), ("Map", "Mapping of", "Mapping", "mapped"),
    ("Modernize", "Modernization of", "Modernizing", "modernized"),
)  # fmt: skip
"""What is done: as an order, as a noun, as an activity, and as done."""

CLAUSES = (
    "by the end of the cycle", "together with local partners", "in all member cities", "at every level",
    "based on evidence", "with particular attention to women", "in a transparent way",
    "where needs are greatest",
    "as part of a wider reform", "step by step", "in line with the global agendas",
    "and report on it each year",
    "with the means of the regions", "from the first year on", "under public scrutiny",
)  # fmt: skip
