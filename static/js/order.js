// Puts events in order on the page: by the buttons, by the arrow keys on them, or by dragging. The form stays the same.

const part = document.querySelector("[data-order]");
const list = part.querySelector("ol");
const order = part.querySelector("input[name=order]");
const status = part.querySelector("[data-order-status]");
const KEPT = `order ${location.pathname}`;

const items = () => [...list.children];
const words = (item) => item.querySelector("span:not(.grip)").textContent;
const base = items().map(words).join("\n");

const keep = (text) => {
  try {
    sessionStorage.setItem(KEPT, text);
  } catch {
    // Without a memory of its own the browser shows the server's order after a reload.
  }
};

const kept = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
};

const settle = () => {
  const all = items();
  order.value = all.map((item) => item.dataset.value).join(",");
  all.forEach((item, index) => {
    const [up, down] = item.querySelectorAll("button");
    up.value = `${index + 1}-up`;
    down.value = `${index + 1}-down`;
    up.disabled = index === 0;
    down.disabled = index === all.length - 1;
  });
  keep(JSON.stringify({ base, values: order.value }));
};

const say = (item) => {
  status.textContent = `“${words(item)}” is now number ${items().indexOf(item) + 1} of ${items().length}.`;
};

const move = (item, way) => {
  const other = way === "up" ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  if (way === "up") other.before(item);
  else other.after(item);
  settle();
  say(item);
  const [up, down] = item.querySelectorAll("button");
  const wanted = way === "up" ? up : down;
  (wanted.disabled ? (wanted === up ? down : up) : wanted).focus();
};

list.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=move]");
  if (!button) return;
  event.preventDefault();
  move(button.closest("li"), button.value.split("-")[1]);
});

list.addEventListener("keydown", (event) => {
  const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  const item = event.target.closest("li");
  if (!way || !item) return;
  event.preventDefault();
  move(item, way);
});

// Dragging: by the handle, which touch may hold without scrolling the page, or with a mouse anywhere on the row.
let held = null;

list.addEventListener("pointerdown", (event) => {
  const item = event.target.closest("li");
  const byHandle = event.target.closest(".grip");
  if (!item || event.button !== 0 || event.target.closest("button")) return;
  if (event.pointerType !== "mouse" && !byHandle) return;
  event.preventDefault();
  held = item;
  item.dataset.held = "";
  list.setPointerCapture(event.pointerId);
});

list.addEventListener("pointermove", (event) => {
  if (!held) return;
  const before = held.previousElementSibling;
  const after = held.nextElementSibling;
  const middle = (item) => item.getBoundingClientRect().top + item.offsetHeight / 2;
  if (before && event.clientY < middle(before)) before.before(held);
  else if (after && event.clientY > middle(after)) after.after(held);
});

const drop = () => {
  if (!held) return;
  delete held.dataset.held;
  settle();
  say(held);
  held = null;
};

list.addEventListener("pointerup", drop);
list.addEventListener("pointercancel", drop);

for (const item of items()) {
  const grip = document.createElement("span");
  grip.className = "grip";
  grip.setAttribute("aria-hidden", "true");
  item.prepend(grip);
}

const before = kept();
if (before?.base === base) {
  for (const value of before.values.split(",")) {
    const item = items().find((one) => one.dataset.value === value);
    if (item) list.append(item);
  }
}
settle();
