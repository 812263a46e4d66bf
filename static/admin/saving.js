// How a form saves itself beside a colleague's and beside Save: which version it is of, what it waits for, when it tries
// again, and that it is not sent where what was written would be lost.

const settings = document.querySelector("script[data-token-url]").dataset;

// The server asks before a form replaces a version newer than the one it was opened on (config/newer_versions.py): it is
// told which version the form has saved by itself, and which newer one its writer was asked about here already.
let newer;

function hidden(form, name, value) {
  return form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
}

function tellWithForm(name, value) {
  const form = document.querySelector("form[data-edit-form]");
  const field = form.elements[name] ?? hidden(form, name, value);
  field.value = value;
}

document.addEventListener("w-autosave:success", ({ detail }) => {
  if (!detail.data?.revision_id) return;
  tellWithForm("loaded_revision_id", detail.data.revision_id);
  tellWithForm("loaded_revision_created_at", detail.data.revision_created_at);
});

// Whoever signed in again in another window has a new token: with that of this page, Save would be refused too.
// False for whoever is signed out; Wagtail answers a script with a refusal, and not with the page for signing in.
async function takeNewToken(signal) {
  const headers = { "X-Requested-With": "XMLHttpRequest" };
  const answer = await fetch(settings.tokenUrl, { headers, signal });
  if (answer.status === 403 || answer.redirected) return false;
  if (!answer.ok) throw new Error(answer.status);
  const { token } = await answer.json();
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  return true;
}

function wayToSignIn() {
  const link = document.createElement("a");
  return Object.assign(link, { href: settings.signInUrl, target: "_blank", rel: "noopener", textContent: settings.signIn });
}

globalThis.portalSession = { takeNewToken, wayToSignIn };

// A form sent while it saves itself would be of a version older than its own: it is sent once that has ended, or takes long.
const LONG = 10_000;
let savesItself = false;
let sendAfter;

document.addEventListener("w-autosave:save", () => (savesItself = true));

function hasSavedItself() {
  savesItself = false;
  sendAfter?.();
  sendAfter = undefined;
}

document.addEventListener("w-autosave:success", hasSavedItself);
document.addEventListener("w-autosave:error", hasSavedItself);

function ownSaving() {
  if (!savesItself) return undefined;
  setTimeout(hasSavedItself, LONG);
  return new Promise((resolve) => (sendAfter = resolve));
}

// A form that is sent by whoever is signed out would be answered with the page for signing in, and one that is sent where
// the network fails with a page of the browser: with either, all that was written since it last saved itself is gone.
async function whyNotToSend() {
  try {
    return (await takeNewToken(AbortSignal.timeout(LONG))) ? "" : "signedOut";
  } catch {
    return "notReached";
  }
}

let held = false;
let goesOut = false;

document.addEventListener(
  "submit",
  (event) => {
    if (goesOut || !event.target.matches("form[data-edit-form], main form[method=post]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!held) send(event.target, event.submitter);
  },
  { capture: true },
);

async function send(form, button) {
  held = true;
  await ownSaving();
  const reason = await whyNotToSend();
  held = false;
  say(form, reason, button);
  if (reason) return;
  // a button that shows that it works is disabled by now: what it says is sent all the same, and this once
  const pressed = button?.disabled && button.name && hidden(form, button.name, button.value);
  goesOut = true;
  form.requestSubmit(button?.disabled ? undefined : button);
  goesOut = false;
  if (pressed) pressed.remove();
}

// Beside the buttons, which can be pressed again.
function say(form, reason, button) {
  form.querySelector(".not-sent")?.remove();
  if (!reason) return;
  const line = document.createElement("p");
  line.className = "not-sent";
  line.role = "alert";
  line.append(`${settings[reason]} `);
  if (reason === "signedOut") line.append(wayToSignIn());
  const footer = form.querySelector("footer");
  if (footer) footer.prepend(line);
  else if (button) button.before(line);
  line.scrollIntoView({ block: "nearest" });
  for (const working of form.querySelectorAll("[data-w-progress-loading-value=true]")) {
    working.dataset.wProgressLoadingValue = "false";
  }
}

// whoever is signed out is told so as soon as the form cannot save itself
document.addEventListener("w-autosave:error", async ({ target }) => {
  if ((await whyNotToSend()) === "signedOut") say(target.closest("form"), "signedOut");
});
document.addEventListener("w-autosave:success", ({ target }) => say(target.closest("form"), ""));

document.addEventListener("w-swap:json", ({ detail }) => {
  const theirs = detail.data?.other_sessions?.find((session) => session.revision_id);
  if (theirs) newer = theirs.revision_id;
});

document.addEventListener(
  "w-dialog:confirmed",
  ({ target }) => {
    if (newer && target.id === "w-save-confirmation-dialog") tellWithForm("told_of_revision_id", newer);
  },
  { capture: true },
);

// Wagtail takes a form as it stands two seconds after the page was shown for what is saved: what somebody has written by
// then was neither saved by itself nor asked for on leaving.
const editForm = document.querySelector("[data-edit-form]");
if (editForm) {
  let writtenEarly = false;
  const note = () => (writtenEarly = true);
  editForm.addEventListener("input", note);
  editForm.addEventListener(
    "w-unsaved:watch-edits",
    () => {
      editForm.removeEventListener("input", note);
      if (writtenEarly) editForm.dataset.wUnsavedForceValue = "true";
    },
    { once: true },
  );

  // after a fault of the server Wagtail waits for the next change; whoever has stopped writing makes none
  const SOONEST = 5_000;
  const LATEST = 80_000;
  let pause = SOONEST;
  let again;
  editForm.addEventListener("w-autosave:error", ({ detail }) => {
    if (detail.type !== "server_error") return; // where the network fails Wagtail tries again by itself
    clearTimeout(again);
    again = setTimeout(() => editForm.dispatchEvent(new CustomEvent("w-unsaved:add", { cancelable: true })), pause);
    pause = Math.min(2 * pause, LATEST);
  });
  editForm.addEventListener("w-autosave:success", () => {
    clearTimeout(again);
    pause = SOONEST;
  });
}
