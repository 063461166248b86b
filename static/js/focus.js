// Puts the focus where the reader must look: into the field to type in, else on the heading.

const error = document.querySelector("[aria-invalid='true']");
// Where there is no mouse, a focused field would raise the keyboard over the question.
const typing = matchMedia("(hover: hover)").matches && document.querySelector("[data-focus='typing']");
const target = error ?? (typing || document.querySelector("[data-focus]"));

if (target && !location.hash) target.focus({ preventScroll: !error });
