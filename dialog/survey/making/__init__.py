"""Making questionnaires in the browser: drafts, what a form says of a question, the bank, publishing."""
