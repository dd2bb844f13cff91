// Suggestions under a search box while a reader types: a combobox with a list, as the ARIA
// Authoring Practices describe it. The cursor stays in the box; each suggestion is a link.

const PAUSE_IN_MILLISECONDS = 150;
const { suggestions: ADDRESS, suggestionsWords: NAME, countWords: COUNTED } =
  document.querySelector("script[data-suggestions]").dataset;

function made(name, attributes, words = "") {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  element.append(words);
  return element;
}

// The answer for what is typed, in the format of OpenSearch suggestions, as a list of its entries.
async function asked(typed, signal) {
  const response = await fetch(`${ADDRESS}?q=${encodeURIComponent(typed)}`, { signal });
  if (!response.ok) {
    return [];
  }
  const [, completions, descriptions, urls] = await response.json();
  return completions.map((words, at) => ({ words, about: descriptions[at], url: urls[at] }));
}

function spoken(count) {
  return COUNTED.replace("%d", count);
}

class Suggestions {
  #box;
  #list;
  #news;
  #at = -1;
  #timer;
  #request = new AbortController();

  constructor(box) {
    const name = `${box.id}-suggestions`;
    this.#box = box;
    this.#list = made("div", { id: name, role: "listbox", "aria-label": NAME });
    this.#list.className = "suggestions";
    this.#list.hidden = true;
    this.#news = made("span", { role: "status", class: "visually-hidden" });
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", name);
    box.setAttribute("aria-expanded", "false");
    box.parentElement.classList.add("suggesting");
    box.parentElement.append(this.#list, this.#news);
    this.#listen();
  }

  #listen() {
    this.#box.addEventListener("input", () => this.#ask());
    this.#box.addEventListener("keydown", (event) => this.#press(event));
    this.#box.addEventListener("blur", () => this.#close());
    this.#box.form.addEventListener("submit", () => this.#close());
    // A press on a suggestion leaves the cursor in the box, so that the list is there to click on.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    window.addEventListener("pagehide", () => this.#close());
  }

  get #options() {
    return [...this.#list.children];
  }

  // Answers to what was typed before come to nothing.
  #ask() {
    clearTimeout(this.#timer);
    this.#request.abort();
    const typed = this.#box.value.trim();
    if (typed === "") {
      this.#close();
      return;
    }
    this.#request = new AbortController();
    this.#timer = setTimeout(() => this.#show(typed), PAUSE_IN_MILLISECONDS);
  }

  async #show(typed) {
    const { signal } = this.#request;
    const found = await asked(typed, signal).catch(() => []);
    if (signal.aborted) {
      return;
    }
    this.#list.replaceChildren(...found.map((entry, at) => this.#option(entry, at)));
    this.#open(found.length > 0);
    this.#news.textContent = found.length > 0 ? spoken(found.length) : "";
  }

  #option({ words, about, url }, at) {
    const id = `${this.#list.id}-${at}`;
    const option = made("a", { id, role: "option", href: url, tabindex: "-1" });
    option.setAttribute("aria-selected", "false");
    option.append(made("span", { class: "suggestion-words" }, words), " ");
    option.append(made("span", { class: "suggestion-about" }, about));
    return option;
  }

  #open(isOpen) {
    this.#list.hidden = !isOpen;
    this.#box.setAttribute("aria-expanded", String(isOpen));
    this.#choose(-1);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#request.abort();
    this.#open(false);
    this.#news.textContent = "";
  }

  #choose(at) {
    this.#at = at;
    this.#options.forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === at));
    });
    const chosen = this.#options[at];
    if (chosen) {
      this.#box.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      this.#box.removeAttribute("aria-activedescendant");
    }
  }

  // One place on or back; before the first and after the last is the box itself.
  #step(by) {
    const places = this.#options.length + 1;
    this.#choose(((this.#at + 1 + by + places) % places) - 1);
  }

  #press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) {
      return;
    }
    const act = this.#list.hidden ? this.#actWhenClosed(event) : this.#actWhenOpen(event);
    if (act) {
      event.preventDefault();
      act();
    }
  }

  #actWhenClosed(event) {
    return event.key === "ArrowDown" && this.#box.value.trim() ? () => this.#ask() : undefined;
  }

  #actWhenOpen(event) {
    const acts = {
      ArrowDown: () => this.#step(1),
      ArrowUp: () => this.#step(-1),
      Escape: () => this.#close(),
    };
    if (event.key === "Enter" && this.#at >= 0) {
      return () => this.#options[this.#at].click();
    }
    return acts[event.key];
  }
}

for (const box of document.querySelectorAll("form[role='search'] input[type='search']")) {
  new Suggestions(box);
}
