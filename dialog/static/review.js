// Helps reviewers work quickly; every page works without it. Single keys press the buttons and follow the links that name
// them; the reader can turn them off for good. One file, so that a page listens as soon as it is read: what a module
// imports is asked for anew on each page.

const KEPT = "dialog-keys-off";
const FIELDS = "input, select, textarea";

const text = document.querySelector("[data-words]");
const form = document.querySelector("[data-hide]");
if (text && form) hideSelected(text, form);
listenToKeys({ m: () => mask() });

/** The words that are selected, as personal details unless told otherwise; else the first that are proposed. */
function mask() {
  if (!form) return;
  if (selectedWords(text)) {
    form.elements.label.value ||= "other";
    form.requestSubmit();
    return;
  }
  const proposed = document.querySelector("[data-hide-first]");
  if (proposed) proposed.click();
  else form.elements.words.focus();
}

/** Listen to the keys of this page. `more` has what keys do that have no button of their own. */
function listenToKeys(more) {
  const hints = document.querySelector("[data-key-hints]");
  if (!hints) return;
  hints.hidden = false;
  listAll();
  turnOffAndOn(hints.querySelector("[data-keys-off]"));
  hints.querySelector("[data-key-help]")?.addEventListener("click", showAll);
  document.addEventListener("keydown", (event) => {
    if (areOff() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyped(event)) return;
    if (document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase();
    const named = document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
    if (!named && !(key in more)) return;
    event.preventDefault();
    if (named) named.click();
    else more[key]();
  });
}

/** In fields letters stay letters; from a box that is ticked they mean what they mean elsewhere. */
function isTyped(event) {
  const field = event.target.closest(FIELDS);
  return field !== null && !["checkbox", "radio"].includes(field.type);
}

/** The list of all keys: those that the page names itself, and those of its buttons and links. */
function listAll() {
  const list = document.querySelector("[data-key-list]");
  if (!list) return;
  const last = list.lastElementChild;
  document.querySelectorAll("[data-shortcut][data-key-name]").forEach((one) => {
    const line = document.createElement("div");
    const [key, words] = [document.createElement("dt"), document.createElement("dd")];
    key.append(Object.assign(document.createElement("kbd"), { textContent: one.dataset.shortcut.toUpperCase() }));
    words.textContent = one.dataset.keyName;
    line.append(key, words);
    list.insertBefore(line, last);
  });
}

function showAll() {
  document.querySelector("[data-key-dialog]")?.showModal();
}

function turnOffAndOn(button) {
  if (!button) return;
  const show = () => button.setAttribute("aria-pressed", String(areOff()));
  button.addEventListener("click", () => {
    if (areOff()) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "yes");
    show();
  });
  show();
}

function areOff() {
  return localStorage.getItem(KEPT) !== null;
}

/** Fill in the field of a form with what is selected in a text. */
function hideSelected(text, form) {
  document.addEventListener("selectionchange", () => {
    const words = selectedWords(text);
    if (words) form.elements.words.value = words;
  });
}

/** What is selected within an element, without the numbers of passages and what is hidden. */
function selectedWords(element) {
  const selection = document.getSelection();
  if (!element || !selection || selection.isCollapsed || !selection.rangeCount) return "";
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(element)) return "";
  const part = within(range, element).cloneContents();
  part.querySelectorAll("sup, .masked").forEach((one) => one.remove());
  return part.textContent.trim();
}

/** The part of a range that lies in an element. */
function within(range, element) {
  const part = document.createRange();
  part.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part;
}
