// Two keys, unless they are typed somewhere: "/" leads to the search box of the page, "c" copies what
// has a button for it, nearest to where the reader is. Whoever speaks to a computer can turn them off.

const WRITABLE = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

const box = document.querySelector("#q");
const choice = document.querySelector("[data-keys]");

// A browser may keep nothing for a page, and then says so by an error.
function areOff() {
  try {
    return localStorage.getItem("keys") === "off";
  } catch {
    return false;
  }
}

function isTyped(event) {
  const isHeld = event.ctrlKey || event.altKey || event.metaKey;
  const isTaken = event.defaultPrevented || event.isComposing;
  return isHeld || isTaken || event.target.closest?.(WRITABLE);
}

function reach() {
  box.focus();
  box.select();
}

// The first of the smallest part around the focus, or else around the paragraph that was gone to; of a
// part with the reference to the whole page, that.
function nearest(selector) {
  const { activeElement, body } = document;
  let part = activeElement === body ? document.querySelector(":target") : activeElement;
  while (part && !part.querySelector(selector)) {
    part = part.parentElement;
  }
  const found = part ?? document;
  return found.querySelector(`.cite-this ${selector}`) ?? found.querySelector(selector);
}

function actOf(key) {
  const button = key === "c" && nearest(".copy");
  if (button) {
    return () => {
      button.focus();
      button.click();
    };
  }
  return key === "/" && box ? reach : undefined;
}

box?.setAttribute("aria-keyshortcuts", "/");
document.addEventListener("keydown", (event) => {
  const act = isTyped(event) || areOff() ? undefined : actOf(event.key);
  if (act) {
    event.preventDefault();
    act();
  }
});

if (choice) {
  const input = choice.querySelector("input");
  choice.hidden = false;
  input.checked = !areOff();
  input.addEventListener("change", () => {
    localStorage.setItem("keys", input.checked ? "on" : "off");
  });
}
