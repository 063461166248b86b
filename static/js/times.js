// Tells dates in the reader's own time instead of UTC.

const FORMS = {
  day: { day: "numeric", month: "long", year: "numeric" },
  moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
};

for (const element of document.querySelectorAll("time[data-time]")) {
  const words = new Intl.DateTimeFormat("en-GB", FORMS[element.dataset.time]);
  element.textContent = words.format(new Date(element.dateTime));
}
