// Sends a form once, however often its button is pressed; the server counts an answer once in any case.

const PATIENCE = 10_000;

const buttonsOf = (form) => [...form.elements].filter((element) => element.matches("button"));

const release = (form) => {
  delete form.dataset.sent;
  for (const button of buttonsOf(form)) button.removeAttribute("aria-disabled");
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented) return;
  if ("sent" in form.dataset) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "";
  for (const button of buttonsOf(form)) button.setAttribute("aria-disabled", "true");
  // Where nothing came back, or it was stopped, the form can be sent again.
  setTimeout(() => release(form), PATIENCE);
});

// Back from another page, as it was left.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) release(form);
});
