// Progress of a run, asked for while it is under way; hiding a language's column; names of rich texts for who does not
// see them; tables that are pasted; ticking all texts shown.

const EVERY = 700;
const LATEST = 10_000;

async function watch(box) {
  let active = box.dataset.runActive === "true";
  const wasActive = active;
  // what is the same is left alone, so that a screen reader does not say it again
  const write = (name, text) => {
    const part = box.querySelector(`[data-run-${name}]`);
    if (part.textContent !== text) part.textContent = text;
  };
  let pause = EVERY;
  while (active) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      // asked like this, Wagtail answers whoever is signed out with a refusal, and not with the page for signing in
      const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
      const answer = await fetch(box.dataset.runUrl, { headers });
      if (!answer.ok) throw new Error(answer.status);
      const run = await answer.json();
      pause = EVERY;
      write("state", run.state_label);
      write("doing", run.doing);
      write("per-cent", String(run.per_cent));
      const bar = box.querySelector("[data-run-bar]");
      bar.value = run.per_cent;
      bar.hidden = run.stopped;
      box.querySelector("[data-run-progress]").hidden = !run.active;
      const error = box.querySelector("[data-run-error]");
      error.hidden = !run.fault;
      write("fault", run.fault);
      write("details", run.error);
      active = run.active;
    } catch {
      // no network, a server that restarts, a session that has ended: ask again, less often
      pause = Math.min(2 * pause, LATEST);
    }
  }
  // findings and editions stand on the desk only
  const desk = document.querySelector(".desk");
  if (!wasActive || !desk) return;
  if (!isWrittenIn(desk)) {
    location.reload();
    return;
  }
  const ended = box.querySelector("[data-run-ended]");
  ended.hidden = false;
  ended.querySelector("button").addEventListener("click", () => location.reload());
}

// whether a reload would take something from somebody who writes
function isWrittenIn(desk) {
  const writes = desk.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
  return writes || "written" in desk.dataset;
}

function offerLanguages() {
  const form = document.querySelector("#page-edit-form, form[data-edit-form]");
  if (!form || !form.querySelector(".trilingual")) return;
  const bar = document.createElement("div");
  bar.className = "language-switch nice-padding";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", gettext("Languages shown"));
  for (const [suffix, name] of [["ko", "한국어"], ["zh_hans", "简体中文"], ["en", "English"]]) {
    const label = document.createElement("label");
    label.lang = suffix.replace("_", "-");
    const box = document.createElement("input");
    box.type = "checkbox";
    // what a link leads to, or is to be mended, is not hidden, whatever was chosen before
    const wanted = location.hash.endsWith(`_${suffix}`) || form.querySelector(`.language--${suffix} .error-message`);
    box.checked = Boolean(wanted) || localStorage.getItem(`hide-${suffix}`) !== "1";
    const apply = () => {
      document.body.classList.toggle(`hide-${suffix}`, !box.checked);
      localStorage.setItem(`hide-${suffix}`, box.checked ? "0" : "1");
    };
    box.addEventListener("change", apply);
    apply();
    label.append(box, ` ${name}`);
    bar.append(label);
  }
  form.prepend(bar);
}

function offerTickingAll(label) {
  const all = label.querySelector("input");
  label.hidden = false;
  all.addEventListener("change", () => {
    for (const box of label.closest("form").querySelectorAll("input[name=text]")) box.checked = all.checked;
  });
}

for (const desk of document.querySelectorAll(".desk")) {
  desk.addEventListener("input", () => (desk.dataset.written = ""));
}

// Draft.js draws its box when it likes and names it nowhere: it takes the name of the field that is saved.
function nameRichTexts() {
  for (const box of document.querySelectorAll("[data-draftail-editor-wrapper] [contenteditable]:not([aria-label])")) {
    const field = box.closest("[data-field]")?.querySelector("input[aria-label]");
    if (field) box.setAttribute("aria-label", field.getAttribute("aria-label"));
  }
}

if (document.querySelector("[data-edit-form]")) {
  nameRichTexts();
  new MutationObserver(nameRichTexts).observe(document.querySelector("[data-edit-form]"), { childList: true, subtree: true });
}

// Rich texts have no tables: Draft.js would run the cells of a pasted one together, numbers into one false number. It is
// given a line for each row instead, with a dot between its cells.
function linesOfTables(html) {
  const pasted = new DOMParser().parseFromString(html, "text/html");
  const tables = [...pasted.querySelectorAll("table")].reverse(); // those inside others first
  for (const table of tables) {
    for (const part of table.querySelectorAll("p, div, li, br")) part.after(" ");
    const lines = [...table.rows].map((row) => {
      const line = pasted.createElement("p");
      line.textContent = [...row.cells].map((cell) => cell.textContent.trim().replace(/\s+/g, " ")).filter(Boolean).join(" · ");
      return line;
    });
    table.replaceWith(...lines.filter((line) => line.textContent));
  }
  return tables.length ? pasted.body.innerHTML : "";
}

document.addEventListener(
  "paste",
  (event) => {
    const box = event.target.closest?.("[data-draftail-editor-wrapper] [contenteditable]");
    const html = box && event.clipboardData ? linesOfTables(event.clipboardData.getData("text/html")) : "";
    if (!html) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", event.clipboardData.getData("text/plain"));
    event.target.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
  },
  { capture: true },
);

document.querySelectorAll("[data-run]").forEach(watch);
document.querySelectorAll("[data-tick-all]").forEach(offerTickingAll);
offerLanguages();
