// Helps reviewers work quickly; every page works without it.

const KEPT = "dialog-keys-off";

fillInSelectedWords();
searchCodes();
listenToKeys();

/** Words selected in the text go to the fields for words to hide and words to code. */
function fillInSelectedWords() {
  const text = document.querySelector("[data-words]");
  const fields = ["words", "code_words"].map((id) => document.getElementById(id)).filter(Boolean);
  if (!text || !fields.length) return;
  document.addEventListener("selectionchange", () => {
    const words = selectedWords(text);
    if (words) fields.forEach((field) => { field.value = words; });
  });
}

/** What is selected within an element, without the numbers of passages and what is hidden. */
function selectedWords(element) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return "";
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

/** Shows only the codes with a word that begins as written. */
function searchCodes() {
  const box = document.querySelector("[data-code-search]");
  if (!box) return;
  box.hidden = false;
  const input = box.querySelector("input");
  const topics = [...document.querySelectorAll(".tree details")];
  const open = topics.map((topic) => topic.open);
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLocaleLowerCase();
    topics.forEach((topic, index) => showFitting(topic, wanted, open[index]));
  });
}

function showFitting(topic, wanted, wasOpen) {
  const items = [...topic.querySelectorAll("li")];
  const fits = (item) => item.querySelector(":checked") !== null || beginsWith(item.textContent, wanted);
  const whole = beginsWith(topic.querySelector("summary").textContent, wanted);
  items.forEach((item) => { item.hidden = !whole && !fits(item); });
  topic.hidden = !whole && !items.some(fits);
  topic.open = wanted ? true : wasOpen;
}

function beginsWith(words, wanted) {
  return words.toLocaleLowerCase().split(/\s+/).some((word, index, all) => all.slice(index).join(" ").startsWith(wanted));
}

/** J and K follow the links to the next and the previous; the reader can turn them off for good. */
function listenToKeys() {
  const hints = document.querySelector("[data-key-hints]");
  if (!hints) return;
  const button = hints.querySelector("button");
  hints.hidden = false;
  const show = () => button.setAttribute("aria-pressed", String(areOff()));
  button.addEventListener("click", () => {
    if (areOff()) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "yes");
    show();
  });
  show();
  document.addEventListener("keydown", (event) => {
    if (areOff() || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    document.querySelector(`[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
  });
}

function areOff() {
  return localStorage.getItem(KEPT) !== null;
}
