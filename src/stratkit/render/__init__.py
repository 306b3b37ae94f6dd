"""From a view and a template folder to HTML, and from HTML to PDF.

In: a workspace, the kind of document and a language. Out: one HTML page, for paper or for the screen, and
its PDF.
"""
