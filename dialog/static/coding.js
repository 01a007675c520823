// Helps to put codes on a text quickly; the page works without it.

const KEYS_OFF = "dialog-keys-off"; // the reader's choice, made on the page of a text

const form = document.querySelector("[data-coding]");
if (form) {
  takeSelection(form, document.querySelector("[data-words]"));
  chooseCodes(form);
  chooseStance(form);
  listen();
}

/** What is selected in the text goes to the field of words, and its place in the original beside it. */
function takeSelection(form, text) {
  const words = form.elements.code_words;
  const span = form.elements.code_span;
  if (!text || !words) return;
  words.addEventListener("input", () => { span.value = ""; });
  document.addEventListener("selectionchange", () => {
    const chosen = selected(text);
    if (!chosen) return;
    words.value = chosen.words;
    span.value = chosen.span;
  });
}

/** The words selected within an element and their span, "12-40"; "" where pieces don't say where they stand. */
function selected(element) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(element)) return null;
  const pieces = [...element.querySelectorAll("[data-start]")].filter((piece) => range.intersectsNode(piece));
  const parts = (pieces.length ? pieces : [element]).map((piece) => partOf(range, piece)).filter((part) => part.end > part.start);
  if (!parts.length) return null;
  const words = parts.map((part) => part.words).join("");
  const lead = length(words) - length(words.trimStart());
  const trail = length(words) - length(words.trimEnd());
  const span = `${parts[0].start + lead}-${parts.at(-1).end - trail}`;
  return words.trim() ? { words: words.trim().replace(/\s+/g, " "), span: pieces.length ? span : "" } : null;
}

/** What of a piece lies in a range. Python counts characters, not halves of them. */
function partOf(range, piece) {
  const start = Number(piece.dataset.start ?? 0);
  if (piece.querySelector(".masked")) return { start, end: Number(piece.dataset.end), words: "" };
  const part = document.createRange();
  part.selectNodeContents(piece);
  const before = part.cloneRange();
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  before.setEnd(part.startContainer, part.startOffset);
  const first = start + length(before.toString());
  return { start: first, end: first + length(part.toString()), words: part.toString() };
}

function length(words) {
  return [...words].length;
}

/** Shows the codes that fit what is typed; Enter ticks the first of them, and on an empty field goes to the stance. */
function chooseCodes(form) {
  const box = form.querySelector("[data-code-search]");
  const input = box.querySelector("input");
  const topics = [...form.querySelectorAll("[data-topic]")];
  const open = topics.map((topic) => topic.open);
  box.hidden = false;
  const show = () => topics.forEach((topic, index) => showFitting(topic, wantedIn(input.value), open[index]));
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (!input.value.trim()) return goToStance(form);
    const first = form.querySelector(".tree [data-topic]:not([hidden]) li:not([hidden]) input:not(:checked)");
    if (!first) return;
    first.checked = true;
    say(form, first.closest("label").textContent.trim());
    input.value = "";
    show();
  });
}

/** 9b is the topic 9 and words that begin with b; without a number it is any topic. */
function wantedIn(typed) {
  const [, number, words] = typed.trim().toLocaleLowerCase().match(/^(?:t?(\d+))?\s*(.*)$/);
  return { number: number ?? "", words };
}

function showFitting(topic, { number, words }, wasOpen) {
  const items = [...topic.querySelectorAll("li")];
  const ofNumber = !number || (words ? topic.dataset.topic === number : topic.dataset.topic.startsWith(number));
  const whole = ofNumber && beginsWith(topic.querySelector("summary").textContent, words);
  const fits = (item) => item.querySelector(":checked") !== null
    || (ofNumber && (beginsWith(item.textContent, words) || beginsWith(item.dataset.finds, words)));
  items.forEach((item) => { item.hidden = !whole && !fits(item); });
  topic.hidden = items.every((item) => item.hidden);
  topic.open = number || words ? true : wasOpen || topic.querySelector(":checked") !== null;
}

function beginsWith(text, wanted) {
  return text.toLocaleLowerCase().split(/\s+/).some((_, index, all) => all.slice(index).join(" ").startsWith(wanted));
}

function say(form, code) {
  const place = form.querySelector("[data-code-ticked]");
  place.textContent = place.dataset.words.replace("{code}", code);
}

function goToStance(form) {
  if (!form.querySelector("[name=codes]:checked")) return;
  (form.querySelector("[name=stance]:checked") ?? form.querySelector("[name=stance]")).focus();
}

/** 1, 2 and 3 choose among the stances while one of them has the focus. */
function chooseStance(form) {
  form.querySelector("[data-stances]").addEventListener("keydown", (event) => {
    const stance = form.querySelectorAll("[name=stance]")[Number(event.key) - 1];
    if (!stance || event.ctrlKey || event.metaKey || event.altKey) return;
    stance.checked = true;
    stance.focus();
  });
}

/** C goes to the codes, unless the reader has turned the keys off. */
function listen() {
  document.addEventListener("keydown", (event) => {
    if (localStorage.getItem(KEYS_OFF) !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    const field = document.querySelector(`[data-shortcut-focus="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!field) return;
    event.preventDefault();
    field.focus();
  });
}
