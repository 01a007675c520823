// A half-finished answer can be left on this device and taken up again. Nothing is kept unless somebody asks for it; it
// is encrypted with a key that no script can read out, lasts 24 hours, and goes when it has been sent or is forgotten.

const HOURS = 24;
const PAUSE = 400; // milliseconds without typing before it is kept
const NEVER_KEPT = ["form_token", "key", "seen", "go"]; // each filling has its own
const STORE = "kept";

const place = document.querySelector("[data-keep]");
if (place && globalThis.crypto?.subtle && globalThis.indexedDB) offer(place);
if (document.getElementById("receipt") && globalThis.indexedDB) forgetSent();

async function offer(place) {
  const name = place.dataset.keep;
  const kept = await find(name);
  place.hidden = false;
  if (kept) show(place, "found", "on");
  else show(place, "offer");
  press(place, "begin", async () => {
    await keep(place);
    watch(place);
  });
  press(place, "resume", async () => {
    await resume(await find(name));
    show(place, "on");
    watch(place);
  });
  press(place, "forget", async () => {
    await change("readwrite", (store) => store.clear());
    place.dataset.forgotten = "yes";
    show(place, "offer");
    say(place, place.dataset.saidForgotten);
  });
}

function press(place, name, action) {
  place.querySelector(`[data-keep-${name}]`).addEventListener("click", action);
}

function show(place, ...parts) {
  for (const part of ["offer", "found", "on"]) place.querySelector(`[data-keep-${part}]`).hidden = !parts.includes(part);
}

function say(place, sentence) {
  place.querySelector("[data-keep-said]").textContent = sentence;
}

function form() {
  return document.querySelector("main form");
}

// From now on every change is kept; pages that script puts in place of others are watched through the document.
function watch(place) {
  delete place.dataset.forgotten;
  let waiting;
  document.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => place.dataset.forgotten || keep(place), PAUSE);
  });
}

async function keep(place) {
  const fields = [...new FormData(form())].filter(([name, value]) => !NEVER_KEPT.includes(name) && typeof value === "string");
  const until = Date.now() + HOURS * 3600 * 1000;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = new TextEncoder().encode(JSON.stringify(fields));
  const key = (await stored("key")) ?? (await newKey());
  const secret = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, data);
  await change("readwrite", (store) => store.put({ iv, secret, until }, place.dataset.keep));
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", hour: "numeric", minute: "numeric" });
  show(place, "on");
  say(place, place.dataset.saidKept.replace("{time}", time.format(until)));
}

async function newKey() {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await change("readwrite", (store) => store.put(key, "key"));
  return key;
}

// The fields that were kept, or nothing: what is too old goes at once.
async function find(name) {
  const found = await stored(name);
  if (!found) return undefined;
  if (found.until < Date.now()) {
    await change("readwrite", (store) => store.clear());
    return undefined;
  }
  try {
    const key = await stored("key");
    const data = await crypto.subtle.decrypt({ name: "AES-GCM", iv: found.iv }, key, found.secret);
    return JSON.parse(new TextDecoder().decode(data));
  } catch {
    return undefined; // the key is gone, and with it what it locked
  }
}

// On one page the fields are filled in; of several pages the server is asked for the one where it was left.
async function resume(fields) {
  if (!fields) return;
  const data = new FormData(form());
  if (data.has("page")) {
    for (const [name] of fields) data.delete(name);
    for (const [name, value] of fields) data.append(name, value);
    data.set("go", "look");
    form().dispatchEvent(new CustomEvent("dialog:resume", { detail: new URLSearchParams(data) }));
    return;
  }
  for (const [name, value] of fields) fill(form().elements[name], value);
  form().dispatchEvent(new Event("input", { bubbles: true }));
  form().dispatchEvent(new CustomEvent("dialog:restored", { detail: new Map(fields) }));
}

function fill(field, value) {
  const all = field instanceof RadioNodeList ? [...field] : field ? [field] : [];
  for (const one of all) {
    if (one.type === "radio" || one.type === "checkbox") one.checked ||= one.value === value;
    else if (one.type !== "hidden" || "own" in one.dataset) one.value = value;
    one.closest("details")?.setAttribute("open", "");
  }
}

// The confirmation has come, at the address of the form: what was sent need not be kept.
function forgetSent() {
  return change("readwrite", (store) => store.delete(location.pathname.split("/").pop()));
}

function stored(name) {
  return change("readonly", (store) => store.get(name));
}

function change(mode, action) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open("dialog", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(STORE, mode);
      const asked = action(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        opening.result.close();
        done(asked.result);
      };
      transaction.onerror = () => failed(transaction.error);
    };
  });
}
