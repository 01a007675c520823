// Single keys press the buttons and follow the links that name them; the reader can turn them off for good.

const KEPT = "dialog-keys-off";
const FIELDS = "input, select, textarea";

/** Listen to the keys of this page. `more` has what keys do that have no button of their own. */
export function listenToKeys(more) {
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
