"""Choosing what a finding rests on: figures that are shown, tables, places, quotes, other sources and notes."""
