// Asks whether the server can be reached before an answer leaves the page, and says so where it cannot: an answer that
// has been given is never lost to a browser's error page.

const WAIT = 6_000;
const form = document.querySelector("form[data-connection]");
const notice = document.querySelector("[data-connection-notice]");
const again = notice.querySelector("button");
let isAsking = false;
let last = null;
let reached = false;

const canReach = async () => {
  if (!navigator.onLine) return false;
  try {
    const answer = await fetch(form.dataset.connection, {
      method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(WAIT),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
};

const send = async (button) => {
  if (isAsking) return;
  isAsking = true;
  form.setAttribute("aria-busy", "true");
  const isThere = await canReach();
  form.removeAttribute("aria-busy");
  isAsking = false;
  notice.hidden = isThere;
  if (isThere) {
    reached = true;
    form.requestSubmit(button);
    reached = false;
  } else {
    last = button;
    again.focus();
  }
};

form.addEventListener("submit", (event) => {
  if (reached) return;
  event.preventDefault();
  send(event.submitter);
});

again.addEventListener("click", () => send(last));
addEventListener("online", () => {
  if (!notice.hidden) send(last);
});
