"""Residents' words enter at the bottom, are reviewed, counted, protected, and only then leave.

    picture           counts, protects and releases what was reviewed
    review            staff read, mask and code what residents said
    survey, places    collect answers and reports, neither aware of the other's pages
    texts, receipts   what both of them leave behind: free texts, and codes to follow them
    areas, accounts   where things are, and who works here
    audit, web, db    the log, what Flask needs, the database
    geography, languages, config, rows    know nothing of the rest

Nothing imports upwards; this file imports nothing at all.
"""
