"""What was reported, as of a day, against what was promised: values, percentages and statuses.

In: a workspace and a day. Out: facts with the places they come from. No opinion, and no rounding: figures are
exact fractions until somebody prints them.
"""
