"""Reading and writing a large questionnaire as a workbook, beside openpyxl that only reads its cells.

    workbooks.py [FILE …]     XLSForm workbooks; by default an invented one of 970 rows and 9,050 choices

Asked in turn, A B A B, so that a ratio holds although the machine's speed drifts.
"""

import io
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import xlsxwriter

from dialog.survey.xlsform.reading import read_workbook
from dialog.survey.xlsform.writing import write_workbook

ROWS, CHOICES, LISTS, TIMES = 970, 9_050, 181, 5
MOST = 3.0  # times what reading the cells alone takes
SECTION = 40  # questions in a group


def main(files: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for file in files or [invented(Path(folder) / "invented.xlsx")]:
            report(file)


def report(file: Path) -> None:
    questionnaire, losses = read_workbook(file)
    times = [(seconds(lambda: read_workbook(file)), seconds(lambda: cells(file))) for _ in range(TIMES)]
    read = statistics.median(ours for ours, _ in times)
    ratio = statistics.median(ours / bare for ours, bare in times)
    written = statistics.median(seconds(lambda: write_workbook(questionnaire)) for _ in range(TIMES))
    questions = list(questionnaire.questions())
    options = sum(len(one.options) for one in questions)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"workbook {file.name}: {len(questions):,} questions, {options:,} options, {len(questionnaire.languages)} "
        f"languages read in {read:.1f} s of processor, {ratio:.2f} times openpyxl reading its cells (bar {MOST:.0f}); "
        f"written in {written:.1f} s; {len(losses)} things left out or changed, and told of; {megabytes} MiB"
    )


def invented(file: Path) -> Path:
    """A workbook of the size of the largest real ones: two languages, groups, conditions and filtered choices."""
    book = xlsxwriter.Workbook(str(file))
    survey, choices = book.add_worksheet("survey"), book.add_worksheet("choices")
    texts = ("label::English (en)", "label::Arabic (ar)")
    survey.write_row(0, 0, ("type", "name", *texts, "relevant", "required"))
    for row in range(1, ROWS + 1):
        survey.write_row(row, 0, line(row - 1))
    choices.write_row(0, 0, ("list_name", "name", *texts))
    for row in range(1, CHOICES + 1):
        of, number = f"l{(row - 1) % LISTS}", (row - 1) // LISTS
        choices.write_row(row, 0, (of, f"c{number}", f"Choice {number} of {of}", f"خيار {number} من {of}"))
    book.close()
    return file


def line(number: int) -> tuple[str, ...]:
    """A row of the survey sheet: groups of 38 questions, between the rows that begin and end them."""
    inside = number % SECTION
    if number == ROWS - 1 or inside == SECTION - 1:
        return ("end_group", "", "", "", "", "")
    if inside == 0:
        return ("begin_group", f"g{number}", f"Part {number}", f"قسم {number}", "", "")
    kind = ("select_one l{}", "select_multiple l{}", "integer", "text")[number % 4].format(number % LISTS)
    first = number // SECTION * SECTION + 4  # always a question with one choice
    condition = f"${{q{first}}} = 'c1'" if inside > 4 and number % 3 == 0 else ""
    return (
        kind,
        f"q{number}",
        f"What about {number}?",
        f"ماذا عن {number}؟",
        condition,
        "yes" if number % 9 == 0 else "",
    )


def cells(file: Path) -> int:
    """How many cells hold something; what any program that reads a workbook must do."""
    book = openpyxl.load_workbook(io.BytesIO(file.read_bytes()), read_only=True, data_only=True)
    return sum(cell is not None for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


def seconds(work: Callable[[], object]) -> float:
    """Of this process's processor time: other programs do not count."""
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main([Path(file) for file in sys.argv[1:]])
