// Progress of a run, asked for while it is under way; hiding a language's column; ticking all texts shown;
// findings and figures while a text is written.

const EVERY = 700;

async function watch(box) {
  let active = box.dataset.runActive === "true";
  const wasActive = active;
  while (active) {
    await new Promise((resolve) => setTimeout(resolve, EVERY));
    try {
      const answer = await fetch(box.dataset.runUrl, { headers: { Accept: "application/json" } });
      if (!answer.ok) continue; // the server is busy or restarting: ask again
      const run = await answer.json();
      box.querySelector("[data-run-state]").textContent = run.state_label;
      box.querySelector("[data-run-doing]").textContent = run.doing;
      box.querySelector("[data-run-per-cent]").textContent = run.per_cent;
      box.querySelector("[data-run-bar]").value = run.per_cent;
      const error = box.querySelector("[data-run-error]");
      error.hidden = !run.fault;
      error.querySelector("[data-run-fault]").textContent = run.fault;
      error.querySelector("[data-run-details]").textContent = run.error;
      active = run.active;
    } catch {
      // no network for a moment: ask again
    }
  }
  // findings and editions stand on the desk only
  if (wasActive && document.querySelector(".desk")) location.reload();
}

function offerLanguages() {
  const form = document.querySelector("#page-edit-form, form[data-edit-form]");
  if (!form || !form.querySelector(".trilingual")) return;
  const bar = document.createElement("div");
  bar.className = "language-switch nice-padding";
  for (const [suffix, name] of [["ko", "한국어"], ["zh_hans", "简体中文"], ["en", "English"]]) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = localStorage.getItem(`hide-${suffix}`) !== "1";
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

// Findings below a text, half a second after the last key.

const PAUSE = 500;
const SUFFIXES = { ko: "_ko", "zh-hans": "_zh_hans", en: "_en" };
const settings = document.querySelector("script[data-check-url]")?.dataset;
const waiting = new WeakMap();
const asked = new WeakMap();

const fieldOf = (group, language) =>
  group.querySelector(
    `textarea[name$="${SUFFIXES[language]}"], input[name$="${SUFFIXES[language]}"]`,
  );

// a rich text's field holds its editor's own form: blocks of text
function wordsOf(field) {
  if (!field) return "";
  if (!field.closest("[data-controller~=w-draftail], .Draftail-Editor__wrapper") && field.type !== "hidden") return field.value;
  try {
    return JSON.parse(field.value || "null")?.blocks.map((block) => block.text).join("\n") ?? "";
  } catch {
    return field.value;
  }
}

const pageNumber = () => location.pathname.match(/\/pages\/(\d+)\/edit\//)?.[1] ?? "";

async function checkTexts(group) {
  const texts = { page: pageNumber() };
  for (const language of Object.keys(SUFFIXES)) texts[language] = wordsOf(fieldOf(group, language));
  asked.get(group)?.abort();
  const question = new AbortController();
  asked.set(group, question);
  try {
    const answer = await fetch(settings.checkUrl, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value,
      },
      body: JSON.stringify(texts),
      signal: question.signal,
    });
    const found = await answer.json();
    for (const box of group.querySelectorAll("[data-check]")) {
      if (found.error) box.textContent = found.error;
      else box.innerHTML = found[box.dataset.check];
      offerFixes(box);
    }
  } catch {
    // no network for a moment, or a newer question: the findings on saving say the same
  }
}

function offerFixes(box) {
  const group = box.closest(".trilingual");
  const field = group && fieldOf(group, box.dataset.check);
  if (!field || field.type === "hidden") return;
  for (const button of box.querySelectorAll("[data-fix]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      write(field, button.dataset.fix);
      field.focus();
    });
  }
}

function write(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function checkWhileTyping() {
  document.querySelectorAll("[data-check]").forEach(offerFixes);
  document.addEventListener("input", (event) => {
    const group = event.target.closest?.(".trilingual");
    if (!group?.querySelector("[data-check]")) return;
    // the states below are those of what is saved
    for (const line of group.querySelectorAll(".text-state-line")) line.hidden = true;
    // a fix is the text of the last check with one change: it must not undo what was typed since
    for (const button of group.querySelectorAll("[data-fix]")) button.remove();
    clearTimeout(waiting.get(group));
    waiting.set(group, setTimeout(() => checkTexts(group), PAUSE));
  });
}

// The figures of the item, below the text that is being written.

async function offerFigures() {
  const page = pageNumber();
  if (!page || !document.querySelector(".trilingual")) return;
  const answer = await fetch(settings.figuresUrl.replace("/0/", `/${page}/`));
  const { figures } = await answer.json();
  if (!figures.length) return;
  let last = null;
  const chooser = document.createElement("details");
  chooser.className = "figure-chooser";
  const summary = document.createElement("summary");
  summary.textContent = settings.insert;
  const list = document.createElement("ul");
  for (const figure of figures) {
    const row = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small button-secondary";
    button.textContent = `[[${figure.key}]]`;
    button.addEventListener("click", () => {
      if (!last) return;
      const at = last.selectionStart ?? last.value.length;
      const end = last.selectionEnd ?? at;
      const reference = `[[${figure.key}]]`;
      write(last, last.value.slice(0, at) + reference + last.value.slice(end));
      last.focus();
      last.setSelectionRange(at + reference.length, at + reference.length);
    });
    row.append(button, ` ${figure.label}: `);
    for (const [name, code, printed] of figure.printed) {
      const text = document.createElement("span");
      text.lang = code;
      text.title = name;
      text.textContent = printed;
      row.append(text, " ");
    }
    list.append(row);
  }
  chooser.append(summary, list);
  document.addEventListener("focusin", (event) => {
    const field = event.target;
    const group = field.closest?.(".trilingual");
    if (!group?.querySelector("[data-check]") || !field.matches("textarea, input[type=text]")) return;
    last = field;
    if (chooser.parentElement !== group) group.append(chooser);
  });
}

document.querySelectorAll("[data-run]").forEach(watch);
if (settings) {
  checkWhileTyping();
  offerFigures();
}
document.querySelectorAll("[data-tick-all]").forEach(offerTickingAll);
offerLanguages();
