// Findings and figures while a text is written, in plain fields and in rich text.

const PAUSE = 500;
const SUFFIXES = { ko: "_ko", "zh-hans": "_zh_hans", en: "_en" };
const settings = document.querySelector("script[data-check-url]").dataset;
const waiting = new WeakMap();
const asked = new WeakMap();
const checked = new WeakMap();
const shown = new WeakMap();
// the field in which somebody wrote last
let written = null;

// a text in three languages, or one that exists in one alone
const GROUPS = ".trilingual, .in-one-language";

const onlyOf = (group) =>
  group?.matches(".in-one-language") ? group.querySelector("[data-check]").dataset.check : "";

const fieldOf = (group, language) => {
  const only = onlyOf(group);
  if (only) return language === only ? group.querySelector("textarea, input") : null;
  return group?.querySelector(`textarea[name$="${SUFFIXES[language]}"], input[name$="${SUFFIXES[language]}"]`);
};

const checkedGroup = (element) => {
  const group = element?.closest?.(GROUPS);
  return group?.querySelector("[data-check]") ? group : null;
};

const pageNumber = () => location.pathname.match(/\/pages\/(\d+)\/edit\//)?.[1] ?? "";

// The two kinds of field: what is written in them, and changing places of it so that Undo takes them back.
// A change is [start, end, text] in UTF-16 units.

const plain = (field) => ({
  text: () => field.value,
  focus: () => field.focus(),
  change(changes) {
    const [from] = changes[0];
    const [, to] = changes.at(-1);
    let words = "";
    let at = from;
    for (const [start, end, text] of changes) {
      words += field.value.slice(at, start) + text;
      at = end;
    }
    field.focus();
    field.setSelectionRange(from, to);
    // the only way of writing that browsers let people undo
    if (!document.execCommand(words ? "insertText" : "delete", false, words)) {
      field.setRangeText(words, from, to, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    field.dispatchEvent(new Event("change", { bubbles: true }));
  },
  insert(text) {
    this.change([[field.selectionStart, field.selectionEnd, text]]);
  },
  // beside what is selected
  add(text) {
    this.change([[field.selectionEnd, field.selectionEnd, text]]);
  },
});

const rich = (field) => {
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const editor = field.draftailEditor;
  const blocks = () => editor.getEditorState().getCurrentContent().getBlocksAsArray();
  const show = (state) => {
    editor.onChange(state);
    // Draft.js takes the focus once it has drawn the new state
    setTimeout(() => editor.focus());
  };
  return {
    text: () => blocks().map((block) => block.getText()).join("\n"),
    focus: () => editor.focus(),
    change(changes) {
      const state = editor.getEditorState();
      let content = state.getCurrentContent();
      let start = 0;
      for (const block of blocks()) {
        const end = start + block.getLength();
        const here = changes.filter(([from, to]) => from >= start && to <= end);
        // from the last to the first: the places before it stay
        for (const [from, to, text] of here.reverse()) {
          const at = from - start;
          const where = SelectionState.createEmpty(block.getKey()).merge({
            anchorOffset: at,
            focusOffset: to - start,
          });
          // bold and links go on; behind a link, nothing becomes part of it
          const like = to > from ? at : Math.max(0, at - 1);
          const entity = to > from ? block.getEntityAt(at) : null;
          content = Modifier.replaceText(content, where, text, block.getInlineStyleAt(like), entity);
        }
        start = end + 1;
      }
      const changed = EditorState.push(state, content, "insert-characters");
      show(EditorState.forceSelection(changed, content.getSelectionAfter()));
    },
    insert(text, where = editor.getEditorState().getSelection()) {
      const state = editor.getEditorState();
      const style = state.getCurrentInlineStyle();
      const content = Modifier.replaceText(state.getCurrentContent(), where, text, style);
      const changed = EditorState.push(state, content, "insert-characters");
      show(EditorState.forceSelection(changed, content.getSelectionAfter()));
    },
    add(text) {
      const where = editor.getEditorState().getSelection();
      const key = where.getEndKey();
      const offset = where.getEndOffset();
      this.insert(
        text,
        where.merge({ anchorKey: key, anchorOffset: offset, focusKey: key, focusOffset: offset, isBackward: false }),
      );
    },
  };
};

function writerOf(field) {
  if (!field) return null;
  if (field.draftailEditor) return rich(field);
  return field.type === "hidden" ? null : plain(field);
}

// Findings below a text, half a second after the last key.

const textsOf = (group) =>
  Object.fromEntries(
    Object.keys(SUFFIXES).map((language) => [language, writerOf(fieldOf(group, language))?.text() ?? ""]),
  );

// Wagtail then answers with a refusal, and not with the page for signing in
const BY_SCRIPT = { "X-Requested-With": "XMLHttpRequest" };

class SignedOut extends Error {}

async function ask(question, signal) {
  const post = () =>
    fetch(settings.checkUrl, {
      method: "POST",
      headers: {
        ...BY_SCRIPT,
        "Content-Type": "application/json",
        "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value,
      },
      body: JSON.stringify(question),
      signal,
    });
  let answer = await post();
  if (answer.status === 403 && (await portalSession.takeNewToken(signal))) answer = await post();
  if (answer.status === 403) throw new SignedOut();
  return answer.json();
}

// sources-0-publisher_ko: as findings name it, sources-publisher
const placeOf = (group) => fieldOf(group, onlyOf(group) || "ko").name.replace(/_ko$/, "").replace(/-\d+-/g, "-");

// a figure that is written in the form and not saved yet
const keysInForm = () => [...document.querySelectorAll("[name^=figures-][name$=-key]")].map(({ value }) => value);

async function checkTexts(group) {
  const texts = textsOf(group);
  const question = { page: pageNumber(), field: placeOf(group), only: onlyOf(group), keys: keysInForm(), ...texts };
  asked.get(group)?.abort();
  const newest = new AbortController();
  asked.set(group, newest);
  const found = { ko: "", "zh-hans": "", en: "" };
  try {
    // a long text is answered in pieces
    let rest = 0;
    do {
      const answer = await ask({ ...question, rest }, newest.signal);
      if (answer.error) {
        for (const box of group.querySelectorAll("[data-check]")) box.textContent = answer.error;
        sayThatItWorks(group);
        return;
      }
      for (const language of Object.keys(found)) found[language] += answer.found[language];
      checked.set(group, texts);
      show(group, found);
      sayThatItWorks(group);
      rest = answer.rest;
    } while (rest !== null);
  } catch (error) {
    if (asked.get(group) === newest) sayThatItDoesNot(group, error instanceof SignedOut);
  }
}

// A text without findings looks like a text that nobody checks, unless that is said.
const unchecked = new Map();
const LATER = 10_000;
let later;

function sayThatItDoesNot(group, signedOut) {
  const line = unchecked.get(group) ?? document.createElement("p");
  const said = signedOut ? settings.signedOut : settings.notReached;
  if (line.firstChild?.data !== `${said} `) {
    line.className = "text-check-off";
    line.role = "status";
    line.replaceChildren(`${said} `);
    if (signedOut) line.append(portalSession.wayToSignIn());
    group.append(line);
  }
  unchecked.set(group, line);
  askLater(signedOut);
}

// whoever has to sign in comes back from another window, which is noticed
function askLater(signedOut) {
  if (signedOut) return;
  clearTimeout(later);
  later = setTimeout(askAgain, LATER);
}

function sayThatItWorks(group) {
  unchecked.get(group)?.remove();
  unchecked.delete(group);
  for (const other of unchecked.keys()) checkSoon(other);
}

function askAgain() {
  if (document.visibilityState !== "visible") return;
  for (const group of unchecked.keys()) checkSoon(group);
  if (withoutFigures) offerFigures();
}

// what is the same is left alone, so that a screen reader does not say it again
function show(group, found) {
  for (const box of group.querySelectorAll("[data-check]")) {
    const html = found[box.dataset.check];
    if (shown.get(box) !== html) {
      shown.set(box, html);
      box.innerHTML = html;
    }
    offerFixes(box);
  }
}

function offerFixes(box) {
  for (const button of box.querySelectorAll("[data-fix]")) {
    button.hidden = button.disabled = false;
    button.onclick = () => fix(box, button.dataset);
  }
  sayWhere(box);
}

// A figure that replaces nothing goes where somebody was writing, otherwise behind the text.
const hasCursor = (box) => written !== null && written === fieldOf(checkedGroup(box), box.dataset.check);

function sayWhere(box) {
  for (const button of box.querySelectorAll("[data-insert]")) {
    const label = hasCursor(box) ? button.dataset.atCursor : button.dataset.atEnd;
    if (button.textContent !== label) button.textContent = label;
  }
}

function fix(box, { fix, insert }) {
  const group = checkedGroup(box);
  const language = box.dataset.check;
  const writer = writerOf(fieldOf(group, language));
  const text = checked.get(group)?.[language];
  // changed by something that told nobody: its places are those of the text that was checked
  if (!writer || writer.text() !== text) return changed(group);
  if (insert && hasCursor(box)) writer.add(insert);
  else writer.change(JSON.parse(fix).map(([start, end, words]) => [units(text, start), units(text, end), words]));
  changed(group);
}

// from characters, as the server counts, to the halves of which JavaScript makes rare ones
function units(text, characters) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return characters;
  let at = 0;
  for (let seen = 0; seen < characters; seen += 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

function checkSoon(group) {
  clearTimeout(waiting.get(group));
  waiting.set(group, setTimeout(() => checkTexts(group), PAUSE));
}

// groups whose texts differ from those that the page was shown with
const writtenSince = new Set();

function changed(group) {
  writtenSince.add(group);
  // the states below are those of what is saved
  for (const note of group.querySelectorAll(".text-state-line__saved")) note.hidden = false;
  // a fix names places of the text that was checked: it must not undo what was typed since
  for (const button of group.querySelectorAll("[data-fix]")) button.disabled = true;
  checkSoon(group);
}

function checkWhileTyping() {
  document.addEventListener("input", (event) => {
    const group = checkedGroup(event.target);
    if (group) changed(group);
  });
  // rich text: pasting, undoing and pressing a button of its toolbar are no input to the browser
  document.addEventListener("w-text:changed", (event) => changed(event.target));
}

// The states below the texts were worked out when the page was made: Wagtail saves newer ones without telling them.
function noteWhatIsSaved() {
  document.addEventListener("w-autosave:success", () => {
    for (const group of writtenSince) group.classList.add("is-saved-since");
  });
}

// Draft.js tells nobody when its text changes; every change draws it again.
function watchRichText() {
  for (const field of document.querySelectorAll(".trilingual input[type=hidden]")) {
    const group = checkedGroup(field);
    const wrapper = field.parentElement.querySelector("[data-draftail-editor-wrapper]");
    if (!group || !wrapper) continue;
    let last = field.draftailEditor ? rich(field).text() : null;
    new MutationObserver(() => {
      if (!field.draftailEditor) return;
      const text = rich(field).text();
      if (last !== null && text !== last) group.dispatchEvent(new Event("w-text:changed", { bubbles: true }));
      last = text;
    }).observe(wrapper, { subtree: true, childList: true, characterData: true });
  }
}

// What the server found when the form was shown: its fixes are of the texts as they stand in plain fields;
// rich text, a long text that was not checked to its end, and one that was refused are asked for.
async function takeUpFromServer() {
  const again = [];
  for (const group of document.querySelectorAll(GROUPS)) {
    if (!checkedGroup(group)) continue;
    checked.set(group, textsOf(group));
    const boxes = [...group.querySelectorAll("[data-check]")];
    // the server looked at what is saved, not at what it refused
    const refused = group.querySelector("[aria-invalid=true]");
    if (!refused) boxes.forEach(offerFixes);
    const inRichText = boxes.some((box) => fieldOf(group, box.dataset.check)?.type === "hidden" && box.children.length);
    if (refused || inRichText || group.querySelector("[data-code=check-unfinished]")) again.push(group);
  }
  for (const group of again) await checkTexts(group);
}

// The figures of the item, below the text that is being written; or why they are not there.

let chooser;
let withoutFigures = false;
// the register as it was sent to be saved, and as it was when its figures were listed
let sent;
let listed;

const registerIn = (data) => JSON.stringify([...data].filter(([name]) => name.startsWith("figures-")));

// Wagtail saves while somebody writes: a figure of a minute ago can be placed too.
function listWhatIsSaved() {
  const form = document.querySelector("[data-edit-form]");
  if (form && pageNumber()) listed = registerIn(new FormData(form));
  document.addEventListener("w-autosave:save", ({ detail }) => {
    sent = registerIn(detail.formData);
  });
  document.addEventListener("w-autosave:success", () => {
    if (sent === listed) return;
    listed = sent;
    offerFigures();
  });
}

async function offerFigures() {
  const page = pageNumber();
  if (!page || !document.querySelector(".trilingual")) return;
  withoutFigures = false;
  try {
    showBelowText(chooserOf(await figuresOf(page)));
  } catch (error) {
    withoutFigures = true;
    const signedOut = error instanceof SignedOut;
    showBelowText(whyNoFigures(signedOut));
    askLater(signedOut);
  }
}

async function figuresOf(page) {
  const answer = await fetch(settings.figuresUrl.replace("/0/", `/${page}/`), { headers: BY_SCRIPT });
  if (answer.status === 403) throw new SignedOut();
  if (!answer.ok) throw new Error(answer.status);
  return (await answer.json()).figures;
}

function showBelowText(element) {
  // said again, a screen reader would read it again
  if (element.textContent === chooser?.textContent) return;
  // as open as it was, and whoever was at a figure stays there
  if (chooser?.open) element.open = true;
  const held = chooser?.contains(document.activeElement) ? document.activeElement.textContent : null;
  chooser?.remove();
  chooser = element;
  checkedGroup(written)?.append(chooser);
  if (held === null) return;
  [...chooser.querySelectorAll("button, summary")].find(({ textContent }) => textContent === held)?.focus();
}

function whyNoFigures(signedOut) {
  const line = document.createElement("p");
  line.className = "text-check-off";
  line.role = "status";
  line.append(`${signedOut ? settings.figuresSignedOut : settings.figuresNotReached} `);
  if (signedOut) line.append(portalSession.wayToSignIn());
  return line;
}

function chooserOf(figures) {
  const chooser = document.createElement("details");
  chooser.className = "figure-chooser";
  chooser.hidden = !figures.length;
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
      writerOf(written)?.insert(`[[${figure.key}]]`);
      if (written) changed(checkedGroup(written));
    });
    row.append(button, ` ${figure.label}: `);
    for (const [name, code, printed] of figure.printed) {
      const text = document.createElement("span");
      text.lang = code;
      text.title = name;
      text.textContent = printed;
      row.append(text, " ");
    }
    if (figure.caution) {
      const caution = document.createElement("strong");
      caution.textContent = `(${figure.caution})`;
      row.append(caution);
    }
    list.append(row);
  }
  chooser.append(summary, list);
  return chooser;
}

function noteWhereIsWritten() {
  document.addEventListener("focusin", ({ target }) => {
    const group = checkedGroup(target);
    const language = group && target.closest(".language, .in-one-language")?.querySelector("[data-check]")?.dataset.check;
    if (!language || !target.matches("textarea, input[type=text], [contenteditable]")) return;
    written = fieldOf(group, language);
    document.querySelectorAll("[data-check]").forEach(sayWhere);
    if (chooser && chooser.parentElement !== group) group.append(chooser);
  });
}

// Wagtail makes its rich text editors once the page is there
addEventListener("load", () => {
  noteWhereIsWritten();
  checkWhileTyping();
  // back from the window where somebody signed in, or from a tunnel
  document.addEventListener("visibilitychange", askAgain);
  addEventListener("focus", askAgain);
  addEventListener("online", askAgain);
  noteWhatIsSaved();
  watchRichText();
  takeUpFromServer();
  offerFigures();
  listWhatIsSaved();
});
