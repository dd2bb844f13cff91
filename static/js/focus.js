// The key "/" leads to the search box of the page, unless it is typed somewhere.

const WRITABLE = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

const box = document.querySelector("#q");

function isForTheBox(event) {
  const isHeld = event.ctrlKey || event.altKey || event.metaKey;
  const isTaken = event.defaultPrevented || event.isComposing;
  return event.key === "/" && !isHeld && !isTaken && !event.target.closest?.(WRITABLE);
}

if (box) {
  box.setAttribute("aria-keyshortcuts", "/");
  document.addEventListener("keydown", (event) => {
    if (isForTheBox(event)) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
}
