// How a form saves itself beside a colleague's and beside Save: which version it is of, what it waits for, when it tries again.

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

document.addEventListener(
  "submit",
  (event) => {
    if (!savesItself || !event.target.matches("form[data-edit-form]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (sendAfter) return;
    sendAfter = () => {
      // the button that was pressed may be disabled by now: what it says is sent all the same, and this once
      const { name, value } = event.submitter ?? {};
      const pressed = name && hidden(event.target, name, value);
      event.target.requestSubmit();
      pressed?.remove();
    };
    setTimeout(hasSavedItself, LONG);
  },
  { capture: true },
);

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
