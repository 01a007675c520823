// Words selected in a text go to the field for words to hide.

/** Fill in the field of a form with what is selected in a text. */
export function hideSelected(text, form) {
  document.addEventListener("selectionchange", () => {
    const words = selectedWords(text);
    if (words) form.elements.words.value = words;
  });
}

/** What is selected within an element, without the numbers of passages and what is hidden. */
export function selectedWords(element) {
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
