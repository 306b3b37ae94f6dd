"""What a reader sees: order, numbers, labels, sums and back-references.

In: a workspace and a language. Out: frozen views of plain values; prose stays Markdown, and nothing here
knows HTML.
"""
