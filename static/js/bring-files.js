// Files dropped anywhere on the form are chosen, and what is chosen is listed with its sizes, so
// that what is too much is seen before it is sent. Without this the form works as it is.

const MEGABYTE = 1_000_000;

const form = document.querySelector("form[data-most-files]");
const input = form?.querySelector('input[type="file"]');

function inMegabytes(bytes) {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

function counted(count) {
  return count === 1 ? "1 file" : `${count} files`;
}

function line(words, isTooMuch) {
  const item = document.createElement("li");
  item.textContent = words;
  item.classList.toggle("too-much", isTooMuch);
  return item;
}

// What is chosen in one line, and a line for each file that will not be taken in.
function* told(files, { mostFiles, mostMegabytes, mostMegabytesTogether }) {
  const together = files.reduce((sum, file) => sum + file.size, 0);
  yield line(`${counted(files.length)} chosen, ${inMegabytes(together)} together.`, false);
  if (files.length > mostFiles) {
    yield line(`A batch takes ${mostFiles} files; choose fewer.`, true);
  }
  if (together > mostMegabytesTogether * MEGABYTE) {
    yield line(`A batch takes ${mostMegabytesTogether} MB; choose fewer.`, true);
  }
  for (const file of files.filter(({ size }) => size > mostMegabytes * MEGABYTE)) {
    yield line(`${file.name} has ${inMegabytes(file.size)}; it will not be taken in.`, true);
  }
}

function listing() {
  const help = document.createElement("div");
  help.className = "help chosen";
  const hint = document.createElement("div");
  hint.textContent = "Files can also be dropped on this form.";
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  const list = document.createElement("ul");
  status.append(list);
  help.append(hint, status);
  input.closest(".form-row").append(help);
  return list;
}

function follow() {
  const list = listing();
  const limits = {
    mostFiles: Number(form.dataset.mostFiles),
    mostMegabytes: Number(form.dataset.mostMegabytes),
    mostMegabytesTogether: Number(form.dataset.mostMegabytesTogether),
  };
  const show = () => {
    const files = [...input.files];
    list.replaceChildren(...(files.length ? told(files, limits) : []));
  };
  input.addEventListener("change", show);
  show();
}

function holdsFiles(event) {
  return event.dataTransfer?.types.includes("Files");
}

// Files dropped are added to those chosen before.
function choose(dropped) {
  const all = new DataTransfer();
  for (const file of [...input.files, ...dropped]) {
    all.items.add(file);
  }
  input.files = all.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function takeDrops() {
  form.addEventListener("dragover", (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      form.classList.add("taking");
    }
  });
  form.addEventListener("dragleave", () => form.classList.remove("taking"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("taking");
    if (holdsFiles(event)) {
      event.preventDefault();
      choose(event.dataTransfer.files);
    }
  });
}

if (input) {
  follow();
  takeDrops();
}
