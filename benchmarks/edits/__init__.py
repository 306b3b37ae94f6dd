"""Edits of plans with known truth, by which proposals by likeness are measured.

A pair is an old plan and a new one. In the new plan some elements are said anew under another id, so that
only likeness can find them; some are gone; some are new and share their frame with an old one: `Publication
of the tenancy charters in Easthaven` may be new beside `Publication of the flood maps in Easthaven`, and
continues nothing. Some moved to another parent, and some are of another kind, such as a pillar that became a
theme. Nothing here knows how likeness is judged.

The elements are those of the plans in `plans/` and, up to the size that is asked for, invented ones. Both
title and text are edited, at one of four strengths; an example of each:

1. The same words. A spelling, a plural or a function word differs, perhaps also a capital or a mark.
   `Publish air quality maps for the districts` → `Publish air quality map for the districts.`
2. One content word is added, dropped or replaced, or two beside each other are swapped.
   `Publish air quality maps for the districts` → `Publish yearly air quality maps for the districts`
3. About a third of the content words are replaced or dropped, some move, and often a clause is added.
   `Publish air quality maps for the districts` → `Release air quality maps, at every level`
4. Half to two thirds of the content words are replaced or dropped, and often the sentence is turned round.
   `Publish air quality maps for the districts` → `Measures of air quality for the boroughs: release`

Words are replaced by a synonym if one is known, mostly, or else by any word of the field. So at strengths 3
and 4 titles of two or three words may end up saying something else: no reader could tell that they go on, and
a comparison does right to propose nothing. What is new keeps at most half of the content words of the title
that lent it its frame.

`pairs.make_pair` makes a pair, `cycles.real_pairs` tells what authors say of real cycles, and
`python -m benchmarks.edits` prints how many words each strength keeps. The same seed gives the same pair on
every machine, as long as the plans are the same.
"""
