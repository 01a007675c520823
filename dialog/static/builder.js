// Helps those who make questionnaires: keeps what is written, adds lines, lets questions be dragged. Every page works
// without it, and nothing here is the only way to do something.

const QUIET = 1000; // milliseconds without a key before what was written is kept
const AGAIN = 5000; // until the next attempt, where there was no connection

for (const form of document.querySelectorAll("form[data-autosave]")) autosave(form);
for (const more of document.querySelectorAll("[data-more]")) addLines(more);
for (const outline of document.querySelectorAll("[data-outline]")) dragQuestions(outline);
for (const button of document.querySelectorAll("[data-narrow]")) openNarrow(button);

/** Keeps a form a second after the last key, and says when. What can't be kept stays in the form. */
function autosave(form) {
  const told = form.querySelector("[data-saved]");
  let written = 0; // grows with every key
  let kept = 0; // what of it is kept
  let failed = false;
  let timer = 0;
  let saving = null;

  const later = (wait = QUIET) => {
    clearTimeout(timer);
    timer = setTimeout(() => { saving = save(); }, wait);
  };
  const note = () => {
    written += 1;
    told.textContent = "";
  };
  form.addEventListener("input", (event) => {
    note();
    if (!isNewLine(event.target)) later();
  });
  form.addEventListener("change", () => {
    note();
    later();
  });
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    if (!saving) {
      kept = written; // the page itself keeps it now
      failed = false;
      return;
    }
    event.preventDefault(); // two at once would be each other's other editor
    await saving;
    form.requestSubmit(event.submitter);
  });
  addEventListener("pagehide", () => {
    if (written > kept && !saving && !isLongList(form)) send(form, { keepalive: true }).catch(() => {});
  });
  addEventListener("beforeunload", (event) => {
    if (failed && written > kept) event.preventDefault();
  });

  async function save() {
    if (saving || isLongList(form)) return;
    const now = written;
    const lines = linesOf(form);
    try {
      const answer = await send(form);
      failed = !answer.ok;
      if (answer.status === 409) HTMLFormElement.prototype.submit.call(form); // shows both, to choose between
      else if (answer.status === 422) told.textContent = form.dataset.unsaved.replace("%(problem)s", firstOf(await answer.json()));
      else if (!answer.ok || !isJson(answer)) told.textContent = form.dataset.refused;
      else {
        take(await answer.json(), form, lines);
        kept = now;
        told.textContent = told.dataset.words;
      }
    } catch {
      failed = true;
      told.textContent = form.dataset.offline;
      later(AGAIN);
    } finally {
      saving = null;
      if (!failed && written > now) later();
    }
  }

  /** What the form needs to know to keep the next change: how things stand now, and the ids of new lines. */
  function take(news, target, lines) {
    target.elements.revision.value = news.revision;
    target.elements.seen.value = news.seen;
    for (const part of ["option", "row"]) lines[part].forEach((line, number) => name(line, part, news[`${part}s`][number]));
    told.dataset.words = news.saved;
    tellSeries(news.series);
  }
}

/** Which series end, or may end, with what was just kept. Nothing is said again that stands there already. */
function tellSeries(sentences) {
  const place = document.querySelector("[data-series]");
  const said = [...place.querySelectorAll("p:first-child")].map((one) => one.textContent);
  if (said.join() === sentences.join()) return;
  place.replaceChildren(...sentences.map((sentence) => {
    const callout = Object.assign(document.createElement("div"), { className: "callout" });
    callout.append(Object.assign(document.createElement("p"), { textContent: sentence, dir: "auto" }));
    return callout;
  }));
}

function send(form, options = {}) {
  const headers = { Accept: "application/json" };
  return fetch(location.pathname, { method: "POST", headers, body: new URLSearchParams(new FormData(form)), ...options });
}

function isJson(answer) {
  return !answer.redirected && (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
}

function firstOf(answer) {
  return Object.values(answer.problems)[0];
}

/** A list that is written as one text is kept by its button only: half of it would look like the rest taken away. */
function isLongList(form) {
  return Boolean(form.elements.option_list);
}

function linesOf(form) {
  const of = (part) => [...form.querySelectorAll(`input[name="${part}_id"]`)].map((one) => one.closest("li"));
  return { option: of("option"), row: of("row") };
}

function isNewLine(field) {
  const id = field.closest("li.line")?.querySelector("input[type=hidden]");
  return Boolean(id) && id.value === "";
}

/** A new line gets the id under which it was kept, and buttons to move and remove it. */
function name(line, part, id) {
  const hidden = line?.querySelector(`input[name="${part}_id"]`);
  if (!hidden || hidden.value || !id) return;
  hidden.value = id;
  const tools = line.querySelector(".line-tools");
  if (!tools) return;
  tools.hidden = false;
  for (const button of tools.querySelectorAll("button")) {
    button.value = button.value.replace("__ID__", id);
    button.setAttribute("aria-label", `${button.getAttribute("aria-label")} ${line.querySelector(".input").value}`);
  }
}

/** A button that adds a line takes the place of the field for several lines. */
function addLines(more) {
  const list = more.parentElement.querySelector(`[data-lines="${more.dataset.more}"]`);
  const pattern = more.parentElement.querySelector(`template[data-line="${more.dataset.more}"]`);
  if (more.querySelector("textarea").value) return; // came back with a mistake: left as it is
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: more.dataset.add });
  button.className = "button button-quiet button-small";
  more.replaceChildren(button);
  const add = () => {
    const line = pattern.content.firstElementChild.cloneNode(true);
    const number = list.children.length + 1;
    const input = line.querySelector(".input");
    const label = line.querySelector("label");
    input.id = label.htmlFor = `${more.dataset.more}-new-${number}`;
    label.textContent = `${more.dataset.label} ${number}`;
    list.append(line);
    input.focus();
  };
  button.addEventListener("click", add);
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches(".input")) return;
    event.preventDefault();
    const next = event.target.closest("li").nextElementSibling?.querySelector(".input");
    if (next) next.focus();
    else add();
  });
}

/** Questions can be dragged by a handle; the arrows beside them do the same. */
function dragQuestions(outline) {
  let carried = null;
  for (const line of outline.querySelectorAll("[data-question]")) {
    const grip = Object.assign(document.createElement("span"), { className: "grip", textContent: "⠿", draggable: true });
    grip.setAttribute("aria-hidden", "true");
    line.querySelector(".outline-tools").prepend(grip);
    grip.addEventListener("dragstart", (event) => {
      carried = line;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setDragImage(line, 0, 0);
      line.classList.add("is-carried");
    });
    grip.addEventListener("dragend", () => {
      line.classList.remove("is-carried");
      carried = null;
      showPlace(outline, null, null);
    });
  }
  for (const section of outline.querySelectorAll("[data-section]")) {
    const list = section.querySelector(".outline");
    section.addEventListener("dragover", (event) => {
      if (!carried) return;
      event.preventDefault();
      showPlace(outline, list, lineBelow(list, event.clientY));
    });
    section.addEventListener("drop", (event) => {
      if (!carried) return;
      event.preventDefault();
      const others = [...list.children].filter((one) => one !== carried);
      const below = lineBelow(list, event.clientY);
      const place = below && below !== carried ? others.indexOf(below) : below ? indexIn(list, carried) : others.length;
      const form = document.getElementById("order");
      const value = `place:${carried.dataset.question}:${section.dataset.section}:${place}`;
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "move", value }));
      form.requestSubmit();
    });
  }
}

function indexIn(list, line) {
  return [...list.children].indexOf(line);
}

/** The first line of a list whose middle lies below a point of the screen. */
function lineBelow(list, y) {
  return [...list.children].find((line) => {
    const box = line.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
}

function showPlace(outline, list, line) {
  for (const one of outline.querySelectorAll(".is-before, .is-end")) one.classList.remove("is-before", "is-end");
  if (line) line.classList.add("is-before");
  else if (list) list.classList.add("is-end");
}

/** The preview in a window as wide as a phone, where there is room for one. */
function openNarrow(button) {
  button.hidden = innerWidth < 600;
  button.addEventListener("click", () => open(location.href, "", "width=380,height=760"));
}
