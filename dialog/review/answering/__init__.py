"""Answers to those who sent reports: a library of them, what was answered, and what is done."""
