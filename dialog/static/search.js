// Proposes names of places while somebody types: an ARIA 1.2 combobox with a list below it. Without it the button sends
// the form, and the page comes back with the names. Markup and words: templates/components/search.html.
//
// What is chosen stands in a hidden field of the form, and is told to other scripts by the event "dialog:named" with
// { field, id, name, lat, lon }; when the choice is taken back, all but `field` are empty.

const PAUSE = 120; // milliseconds without a new letter before names are looked up
const SHORTEST = 2; // letters; fewer are looked up when the button is pressed

const begun = new WeakMap(); // element -> what takes up a name that was chosen earlier

begin(document);

/** Offers it in an element, where it was not offered before. `kept`: fields (name -> value) that were filled in earlier. */
export function begin(root, kept = new Map()) {
  for (const way of root.querySelectorAll("[data-search]")) {
    if (!begun.has(way)) begun.set(way, offer(way));
    begun.get(way)(kept);
  }
}

function offer(way) {
  const part = (name) => way.querySelector(`[data-search-${name}]`);
  const input = way.querySelector("input[type=text]");
  const list = part("list");
  const chosen = Object.assign(document.createElement("input"), { type: "hidden", name: way.dataset.named });
  chosen.dataset.own = ""; // written here, and not a field of another page
  let found = []; // what the list shows
  let active = -1; // which of it the keys have come to
  let timer = 0;
  let asking = null; // only the answer to the latest question counts

  async function look() {
    stop();
    const query = input.value.trim();
    if (!query) return close();
    const question = (asking = new AbortController());
    const names = await ask(way.dataset.search, query, question.signal);
    if (question !== asking) return;
    asking = null;
    show(names ?? []);
    tell(names ? JSON.parse(way.dataset.found)[names.length] : way.dataset.failed);
  }

  function stop() {
    clearTimeout(timer);
    asking?.abort();
    asking = null;
  }

  function show(names) {
    found = names;
    list.replaceChildren(...names.map((name, index) => optionOf(part("option"), name, `${list.id}-${index}`)));
    list.hidden = names.length === 0;
    input.setAttribute("aria-expanded", String(names.length > 0));
    move(-1);
  }

  function close() {
    stop();
    show([]);
  }

  function move(to) {
    active = to;
    for (const [index, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(index === active));
    const option = list.children[active];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function choose(name) {
    close();
    input.value = name.name;
    take(name);
  }

  function take(name) {
    keep(name);
    tell(way.dataset.chosen.replace("{name}", name.name));
  }

  function remove() {
    keep({ id: "", name: "", lat: "", lon: "" });
    tell(way.dataset.removed);
  }

  /** What is chosen, in the form, on the page and for other scripts. */
  function keep({ id, name, lat, lon }) {
    chosen.value = id;
    part("name").textContent = name;
    part("chosen").hidden = id === "";
    chosen.dispatchEvent(new Event("input", { bubbles: true }));
    way.dispatchEvent(new CustomEvent("dialog:named", { bubbles: true, detail: { field: chosen.name, id, name, lat, lon } }));
  }

  function tell(sentence) {
    part("said").textContent = sentence;
  }

  function type() {
    if (chosen.value) remove();
    stop();
    if (input.value.trim().length >= SHORTEST) timer = setTimeout(look, PAUSE);
    else close();
  }

  function press(event) {
    const keys = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: enter, Escape: close };
    if (event.isComposing || event.altKey || !keys[event.key] || (event.key === "Escape" && list.hidden)) return;
    event.preventDefault(); // or Enter would send the form
    keys[event.key]();
  }

  function step(by) {
    if (list.hidden) return look();
    move(active < 0 ? (by > 0 ? 0 : found.length - 1) : (active + by + found.length) % found.length);
  }

  function enter() {
    if (found[active]) choose(found[active]);
    else look();
  }

  /** A name that was chosen in an earlier visit: where it lies, only the server knows. */
  function restore(fields) {
    const id = fields.get(chosen.name);
    if (id) take({ id, name: input.value, lat: "", lon: "" });
  }

  function start() {
    const options = part("options");
    const checked = options?.querySelector(":checked");
    options?.remove();
    way.append(chosen);
    tell("");
    if (checked?.value) take({ id: checked.value, ...checked.dataset });
    const spoken = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    for (const [name, value] of Object.entries(spoken)) input.setAttribute(name, value);
  }

  input.addEventListener("input", type);
  input.addEventListener("keydown", press);
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(found[[...list.children].indexOf(option)]);
  });
  way.querySelector("[data-search-ask]").addEventListener("click", (event) => {
    event.preventDefault();
    input.focus();
    look();
  });
  part("remove").addEventListener("click", () => {
    input.value = "";
    remove();
    input.focus();
  });
  start();
  return restore;
}

/** The names that the server finds; null when it does not answer. */
async function ask(address, query, signal) {
  try {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ q: query }), signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function optionOf(template, { name, lang, also, kind, area }, id) {
  const option = template.content.firstElementChild.cloneNode(true);
  const part = (one) => option.querySelector(`[data-search-${one}]`);
  option.id = id;
  part("called").textContent = name;
  if (lang) part("called").lang = lang;
  if (also) part("also").textContent = `(${also})`;
  part("about").append(...about(kind, area));
  return option;
}

function about(kind, area) {
  const parts = [kind, area].filter(Boolean).map((text) => Object.assign(document.createElement("bdi"), { textContent: text }));
  return parts.flatMap((part, index) => (index ? [" · ", part] : [part]));
}
