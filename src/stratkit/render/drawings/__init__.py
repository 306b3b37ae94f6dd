"""Drawings: from facts to geometry, which a template part writes as SVG.

In: views. Out: boxes, lines of words and paths, in millimetres from the top left corner.
"""
