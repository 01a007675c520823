"""The least a Flask survey can do: a page of plain loops, and one INSERT and COMMIT. What Dialog is measured against.

The same shape of form as the default questionnaire, on the same kind of database with the same durability.
"""

import os
from typing import Any

from flask import Flask, request
from flask_wtf.csrf import CSRFProtect
from sqlalchemy import JSON, Column, Integer, MetaData, String, Table, insert

from dialog.db import make_engine
from dialog.survey.default_questionnaire import default_questionnaire

TEMPLATE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Survey</title></head><body><main>
<h1>Survey</h1>
<form method="post"><input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
{% for name, title, options, several in columns %}<fieldset><legend>{{ title }}</legend><ul>
{% for value, label in options %}<li>
<input type="{{ "checkbox" if several else "radio" }}" name="{{ name }}" value="{{ value }}"
id="{{ name }}-{{ value }}">
<label for="{{ name }}-{{ value }}">{{ label }}</label></li>{% endfor %}</ul></fieldset>{% endfor %}
{% for name in texts %}<textarea name="{{ name }}"></textarea>{% endfor %}
<button name="go" value="1">Send</button></form></main></body></html>"""

metadata = MetaData()
answers = Table(
    "answers", metadata, Column("id", Integer, primary_key=True), Column("area", String), Column("given", JSON)
)

app = Flask(__name__)
app.config["SECRET_KEY"] = "for the benchmark only"
CSRFProtect(app)
engine = make_engine(os.environ["DATABASE_URL"])
metadata.create_all(engine)
page = app.jinja_env.from_string(TEMPLATE)

AREAS = [(f"a{number}", f"Area {number}") for number in range(8)]
COLUMNS = [("Q0", "Area", AREAS, False)] + [
    (column.field, column.title["en"], [(option.id, option.text["en"]) for option in column.options], column.several)
    for column in default_questionnaire().columns()
]
ALLOWED = {name: {value for value, _ in options} for name, _, options, _ in COLUMNS}
TEXTS = ("Q3_text", "Q9_text")


@app.get("/")
def show() -> str:
    return page.render(columns=COLUMNS, texts=TEXTS)


@app.post("/")
def store() -> tuple[str, int] | str:
    given: dict[str, Any] = {name: request.form.getlist(name) for name in ALLOWED}
    if any(set(values) - ALLOWED[name] for name, values in given.items()):
        return "bad answer", 422
    given |= {name: request.form.get(name, "") for name in TEXTS}
    with engine.begin() as connection:
        connection.execute(insert(answers), {"area": request.form.get("Q0", ""), "given": given})
    return "<!doctype html><title>ok</title><h1>Thank you</h1>"
