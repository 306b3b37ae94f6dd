"""How a plan stands on a day, as text: a tree for a terminal, tables and JSON for others."""
