"""Telling where a point lies no more exactly than keeps whoever put it there among enough others."""
