"""A picture as a document: its sections and blocks, and the pages and files that are made of them."""
