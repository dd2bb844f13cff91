// A button after whatever is marked with data-copy, which copies it: what the mark says, or else the
// words of the element, plain and with their italics. Without this the words are there to select.

const WORDS = document.querySelector("script[data-copy-words]").dataset;

// Pages that came without TLS may not write to the clipboard; they get no button.
const CLIPBOARD = window.ClipboardItem && navigator.clipboard;

const news = document.createElement("span");
news.setAttribute("role", "status");
news.className = "visually-hidden";

function inType(type, words) {
  return { [type]: new Blob([words], { type }) };
}

function contentOf(element) {
  if (element.dataset.copy) {
    return inType("text/plain", element.dataset.copy);
  }
  const words = element.textContent.replace(/\s+/g, " ").trim();
  return { ...inType("text/plain", words), ...inType("text/html", element.innerHTML.trim()) };
}

async function copy(element, button) {
  await CLIPBOARD.write([new ClipboardItem(contentOf(element))]);
  button.textContent = WORDS.copiedWords;
  // It stays as wide, so that nothing moves under the pointer on its way to another button.
  button.style.minInlineSize = `${button.offsetWidth}px`;
  news.textContent = WORDS.copiedWords;
}

function forget(button) {
  button.textContent = WORDS.copyWords;
  news.textContent = "";
}

function offer(element) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = WORDS.copyWords;
  button.setAttribute("aria-keyshortcuts", "c");
  if (element.id) {
    button.setAttribute("aria-describedby", element.id);
  }
  button.addEventListener("click", () => copy(element, button));
  button.addEventListener("blur", () => forget(button));
  element.after(" ", button);
}

const marked = CLIPBOARD ? document.querySelectorAll("[data-copy]") : [];
marked.forEach(offer);
if (marked.length > 0) {
  document.body.append(news);
}
