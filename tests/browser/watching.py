"""What a page must not do while somebody is on it: complain, ask another host, shut anybody out, or weigh too much."""

import gzip
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  tellViolation(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
# What shows wherever something reaches over the edge of the window, and where nothing scrolls within itself.
OUTSIDE = """() => {
  const root = document.documentElement;
  const found = [];
  if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} wide in ${innerWidth}`);
  const isHeld = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.overflowX !== "visible" || style.clipPath !== "none" || style.clip !== "auto") return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll("*")) {
    const { left, right, width } = element.getBoundingClientRect();
    if (width && (left < -1 || right > innerWidth + 1) && !isHeld(element)) {
      found.push(`<${element.localName} class="${element.getAttribute("class") ?? ""}"> from ${left} to ${right}`);
    }
  }
  return found;
}"""

# The element with the focus, where no part of it (or of the label around it) can be seen.
HIDDEN_FOCUS = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "";
  const whole = focused.closest("label") ?? focused;
  const { left, right, top, bottom } = whole.getBoundingClientRect();
  for (const x of [left + 3, (left + right) / 2, right - 3]) {
    for (const y of [top + 3, (top + bottom) / 2, bottom - 3]) {
      const seen = document.elementFromPoint(x, y);
      if (seen && (whole.contains(seen) || seen.contains(whole))) return "";
    }
  }
  return `${whole.outerHTML} from ${top} to ${bottom} of ${innerHeight}`;
}"""


@dataclass  # without slots: Playwright keeps a word of its own on what it calls
class Watch:
    """Everything that was said against a browser's pages, and what they loaded."""

    host: str
    complaints: list[str] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text} ({message.location['url']})")

    def see(self, request: Request) -> None:
        if urlsplit(request.url).netloc != self.host:
            self.complaints.append(f"another host was asked: {request.url}")

    def miss(self, request: Request) -> None:
        # What is under way when somebody goes on to another page is aborted: that is how it should be.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def keep(self, response: Response) -> None:
        self.responses.append(response)
        if response.status in {404, 422} and response.request.is_navigation_request():
            self.refused.append(response.url)

    @property
    def heard(self) -> list[str]:
        """The complaints, but for the browser's own word on a page that is there to refuse something."""
        own = [f"({url})" for url in self.refused]
        return [one for one in self.complaints if not ("Failed to load resource" in one and one.endswith(tuple(own)))]


def watch(context: BrowserContext, address: str) -> Watch:
    """Watch every page of a context from now on."""
    seen = Watch(urlsplit(address).netloc)
    context.on("console", seen.hear)
    context.on("weberror", lambda error: seen.complaints.append(f"script: {error.error}"))
    context.on("request", seen.see)
    context.on("response", seen.keep)
    context.on("requestfailed", seen.miss)
    context.expose_binding("tellViolation", lambda _, words: seen.complaints.append(f"policy: {words}"))
    context.add_init_script(REPORT_VIOLATIONS)
    return seen


def weight(responses: list[Response]) -> dict[str, int]:
    """The compressed bytes of what a page loaded beyond the base that all its pages share."""
    bodies = {one.url: one.body() for one in responses if one.ok and "/bootstrap/" not in urlsplit(one.url).path}
    return {url: len(gzip.compress(body)) for url, body in bodies.items()}


def axe_findings(page: Page) -> list[str]:
    """What axe finds, a line for each element."""
    return [
        f"{found['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for found in Axe().run(page).response["violations"]
        for node in found["nodes"]
    ]


def outside(page: Page) -> list[str]:
    """What reaches over the edge of the window."""
    found: list[str] = page.evaluate(OUTSIDE)
    return found


def hidden_focus(page: Page) -> str:
    """The element with the focus where it cannot be seen; else nothing."""
    found: str = page.evaluate(HIDDEN_FOCUS)
    return found


def open_everything(page: Page) -> None:
    """Open every part that a reader may open."""
    page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = true; }")
