// Buttons marked data-copy="id" stand hidden in the page; where script runs they show, and put the words of that
// element on the clipboard. data-done is what they then say.

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(source.value ?? source.innerText);
    button.textContent = button.dataset.done;
  });
  button.hidden = !navigator.clipboard;
}
