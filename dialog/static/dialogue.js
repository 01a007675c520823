// A dialogue that is asked page by page, where script runs: questions appear as soon as an answer leads to them, and the
// browser's own way back and forth works without sending anything again. Without script the server does both.

import { holds } from "./dialogue/conditions.js";

const OWN = ["form_token", "key", "page", "seen", "go"]; // fields of a page that no other page may have
const pages = []; // the pages of this visit, as they stand
let at = 0;

start(document.querySelector("main"));
history.replaceState({ dialoguePage: 0 }, "");
addEventListener("popstate", (event) => {
  const wanted = event.state?.dialoguePage;
  if (wanted === undefined || !pages[wanted]) return;
  carry(formOf(pages[at]), formOf(pages[wanted]));
  show(wanted);
});

function formOf(main) {
  return main.querySelector("form[data-dialogue]");
}

function start(main) {
  pages.length = at; // what lay ahead is asked anew
  pages[at] = main;
  const form = formOf(main);
  if (!form) return;
  form.addEventListener("input", () => follow(form));
  form.addEventListener("submit", (event) => turn(event, form));
  form.addEventListener("dialog:resume", (event) => ask(form, event.detail)); // from keeping.js
  follow(form);
}

// Questions that the answers lead to come out of their templates; the others go back in, with what they hold.
function follow(form) {
  const data = new FormData(form);
  for (const place of form.querySelectorAll("[data-show]")) {
    const asked = holds(JSON.parse(place.dataset.show), data);
    const isTemplate = place.localName === "template";
    if (asked !== isTemplate) continue;
    const other = document.createElement(isTemplate ? "div" : "template");
    Object.assign(other.dataset, place.dataset);
    const inside = isTemplate ? [...place.content.childNodes] : [...place.childNodes];
    (isTemplate ? other : other.content).append(...inside);
    place.replaceWith(other);
    if (isTemplate && other.isConnected) tell(other);
  }
  const shown = [...form.querySelectorAll("div[data-question]")].map((one) => one.dataset.question);
  const seen = form.elements.seen;
  seen.value = [...new Set([...seen.value.split(" "), ...shown])].filter(Boolean).join(" ");
}

function turn(event, form) {
  const button = event.submitter;
  if (button?.value === "send") return; // the last one is an ordinary page
  event.preventDefault();
  if (form.hasAttribute("aria-busy")) return; // a double tap turns one page
  ask(form, new URLSearchParams(new FormData(form, button)), button);
}

async function ask(form, body, button) {
  form.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(location.href, { method: "POST", body });
    const whole = new DOMParser().parseFromString(await answer.text(), "text/html");
    const page = whole.querySelector("main");
    if (!page || !formOf(page)) throw new Error(`the dialogue answered ${answer.status}`);
    next(document.adoptNode(page));
    fetchScripts(whole);
  } catch {
    HTMLFormElement.prototype.submit.call(withButton(form, button)); // the browser says what is wrong, and can try again
  } finally {
    form.removeAttribute("aria-busy");
  }
}

function next(main) {
  at += 1;
  start(main);
  history.pushState({ dialoguePage: at }, "");
  show(at);
}

function show(wanted) {
  document.querySelector("main").replaceWith(pages[wanted]);
  at = wanted;
  tell(pages[at]);
  const first = pages[at].querySelector("[autofocus]") ?? pages[at].querySelector("section h2");
  if (first) {
    first.tabIndex = -1;
    first.focus();
  }
  scrollTo(0, 0);
}

// Other scripts hear of what has come into the page, such as map.js of a map.
function tell(element) {
  document.dispatchEvent(new CustomEvent("dialog:page", { detail: element }));
}

// A page may need a script that those before it did not.
function fetchScripts(whole) {
  const here = [...document.scripts].map((script) => script.getAttribute("src"));
  for (const script of whole.querySelectorAll("script[src]")) {
    const src = script.getAttribute("src");
    if (!here.includes(src)) document.body.append(Object.assign(document.createElement("script"), { type: "module", src }));
  }
}

// What was answered on one page goes with the other: nobody loses an answer by going back. Fields of a page's own that
// script writes, such as those of pins, stay as they are.
function carry(from, to) {
  const isOwn = (one) => one.type !== "hidden" || "own" in one.dataset;
  const visible = new Set([...to.elements].filter(isOwn).map((one) => one.name));
  for (const hidden of [...to.querySelectorAll("input[type=hidden]:not([data-own])")]) if (!OWN.includes(hidden.name)) hidden.remove();
  for (const [name, value] of new FormData(from)) {
    if (OWN.includes(name) || visible.has(name) || typeof value !== "string") continue;
    to.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
}

function withButton(form, button) {
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "go", value: button?.value ?? "next" }));
  return form;
}
