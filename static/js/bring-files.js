// Files dropped anywhere on the form are chosen, and what is chosen is listed with its sizes, so
// that what is too much is seen before it is sent; what would be lost on the way is not sent at all.
// Without this the form works as it is.

const MEGABYTE = 1_000_000;
const NO_FOLDERS =
  "A folder is not taken in; drop the files in it, or pack it as a zip archive and drop that.";

const form = document.querySelector("form[data-most-files]");
const input = form?.querySelector('input[type="file"]');
const pasted = form?.querySelector("textarea");

function inMegabytes(bytes) {
  const isSmall = bytes < 0.1 * MEGABYTE;
  return isSmall ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
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

function sizeOf(files) {
  return files.reduce((sum, file) => sum + file.size, 0);
}

// Why the chosen files cannot be sent at all, or nothing.
function obstacle(files, { mostMegabytesTogether }) {
  const isTooMuch = sizeOf(files) > mostMegabytesTogether * MEGABYTE;
  return isTooMuch ? `A batch takes ${mostMegabytesTogether} MB; choose fewer files.` : "";
}

// What is chosen in one line, and a line for whatever will not be taken in.
function* told(files, limits) {
  const { mostFiles, mostMegabytes } = limits;
  yield line(`${counted(files.length)} chosen, ${inMegabytes(sizeOf(files))} together.`, false);
  if (files.length > mostFiles) {
    const left = counted(files.length - mostFiles);
    yield line(`A batch takes ${mostFiles} files; ${left} will be left for another.`, true);
  }
  if (obstacle(files, limits)) {
    yield line(obstacle(files, limits), true);
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
    input.setCustomValidity(obstacle(files, limits));
    list.replaceChildren(...(files.length ? told(files, limits) : []));
  };
  input.addEventListener("change", show);
  show();
}

// A text that is too long stays where it is, instead of being lost on the way.
function followPasted() {
  const most = Number(form.dataset.mostPasted);
  pasted.addEventListener("input", () => {
    const count = pasted.value.length > most ? [...pasted.value].length : 0;
    const [has, may] = [count, most].map((number) => number.toLocaleString("en"));
    const words = `The pasted text has ${has} characters, and may have ${may}. Save it as a file.`;
    pasted.setCustomValidity(count > most ? words : "");
  });
}

function holdsFiles(event) {
  return event.dataTransfer?.types.includes("Files");
}

// Files dropped are added to those chosen before. A folder cannot be sent, though it looks like a
// file: it comes without bytes, and would break the sending off.
function choose(transfer) {
  const all = new DataTransfer();
  const isFolder = [...transfer.items]
    .filter(({ kind }) => kind === "file")
    .map((item) => item.webkitGetAsEntry?.()?.isDirectory);
  const dropped = [...transfer.files].filter((_, position) => !isFolder[position]);
  for (const file of [...input.files, ...dropped]) {
    all.items.add(file);
  }
  input.files = all.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  if (isFolder.includes(true)) {
    form.querySelector(".chosen ul").append(line(NO_FOLDERS, true));
  }
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
      choose(event.dataTransfer);
    }
  });
}

if (input) {
  follow();
  followPasted();
  takeDrops();
}
