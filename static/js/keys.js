// Single keys: 1 to 9 or a letter picks an answer, Enter goes on. Can be switched off; the browser remembers it.

const SETTING = "single-keys";
const page = document.documentElement;
const form = document.querySelector("form[data-keys]");
const next = document.querySelector("a[data-enter]");
const control = document.querySelector("[data-keys-switch]");

const remembered = () => {
  try {
    return localStorage.getItem(SETTING) !== "off";
  } catch {
    return true;
  }
};

let on = remembered();

const show = () => {
  page.dataset.keys = on ? "on" : "off";
  if (control) control.checked = on;
};

const isTyping = (element) => element.matches("input:not([type=radio], [type=checkbox]), select, textarea");
const isPressed = (element) => element.closest("a, button, summary, select, textarea") !== null;

const place = (key) => {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-i]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : -1;
};

const pick = (key) => {
  const option = form?.querySelectorAll("input[type=radio][name=answer]")[place(key)];
  if (!option) return false;
  option.checked = true;
  option.focus();
  option.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
};

const goOn = () => {
  if (next) next.click();
  else form?.requestSubmit(form.querySelector("button[name=check]"));
  return Boolean(next ?? form);
};

document.addEventListener("keydown", (event) => {
  if (!on || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  if (isTyping(event.target)) return;
  const done = event.key === "Enter" ? !isPressed(event.target) && goOn() : pick(event.key);
  if (done) event.preventDefault();
});

control?.addEventListener("change", () => {
  on = control.checked;
  try {
    localStorage.setItem(SETTING, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing keeps it for this page.
  }
  show();
});

show();
