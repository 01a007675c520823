"""XLSForm, the field's own format for questionnaires: workbooks for ODK, Kobo and Survey123, in and out."""
