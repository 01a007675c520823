"""Findings that the safe tables of a draft suggest, for people to judge: no proposal rests on a withheld figure."""
