// Lets a person see the password that they type.

for (const group of document.querySelectorAll("[data-reveal]")) {
  const field = group.querySelector("input");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-link";
  button.textContent = "Show";
  button.setAttribute("aria-label", "Show the password");
  button.setAttribute("aria-pressed", "false");
  button.setAttribute("aria-controls", field.id);
  button.addEventListener("click", () => {
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.textContent = shown ? "Show" : "Hide";
    button.setAttribute("aria-pressed", String(!shown));
  });
  // A password must not leave as plain text that the browser would remember as such.
  field.form.addEventListener("submit", () => { field.type = "password"; });
  const row = document.createElement("div");
  row.className = "revealing";
  field.before(row);
  row.append(field, button);
}
