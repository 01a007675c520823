// Buttons marked data-print stand hidden in the page; they show, and print, where script runs.

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
  button.hidden = false;
}
