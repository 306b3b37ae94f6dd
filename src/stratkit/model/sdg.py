"""The Sustainable Development Goals: their numbers, short English names and targets.

Source: A/RES/70/1 and the global indicator framework in force since 2022; the codes are facts of the United
Nations.
"""

GOALS = {
    "1": "No poverty",
    "2": "Zero hunger",
    "3": "Good health and well-being",
    "4": "Quality education",
    "5": "Gender equality",
    "6": "Clean water and sanitation",
    "7": "Affordable and clean energy",
    "8": "Decent work and economic growth",
    "9": "Industry, innovation and infrastructure",
    "10": "Reduced inequalities",
    "11": "Sustainable cities and communities",
    "12": "Responsible consumption and production",
    "13": "Climate action",
    "14": "Life below water",
    "15": "Life on land",
    "16": "Peace, justice and strong institutions",
    "17": "Partnerships for the goals",
}

_SUFFIXES = {
    "1": "1 2 3 4 5 a b",
    "2": "1 2 3 4 5 a b c",
    "3": "1 2 3 4 5 6 7 8 9 a b c d",
    "4": "1 2 3 4 5 6 7 a b c",
    "5": "1 2 3 4 5 6 a b c",
    "6": "1 2 3 4 5 6 a b",
    "7": "1 2 3 a b",
    "8": "1 2 3 4 5 6 7 8 9 10 a b",
    "9": "1 2 3 4 5 a b c",
    "10": "1 2 3 4 5 6 7 a b c",
    "11": "1 2 3 4 5 6 7 a b c",
    "12": "1 2 3 4 5 6 7 8 a b c",
    "13": "1 2 3 a b",
    "14": "1 2 3 4 5 6 7 a b c",
    "15": "1 2 3 4 5 6 7 8 9 a b c",
    "16": "1 2 3 4 5 6 7 8 9 10 a b",
    "17": "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19",
}

TARGETS = frozenset(f"{goal}.{suffix}" for goal, suffixes in _SUFFIXES.items() for suffix in suffixes.split())
