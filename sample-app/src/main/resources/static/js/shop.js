import { Problem } from "./api.js";
import { customers, overview, products } from "./customers.js";
import { say } from "./dom.js";
import { orders } from "./orders.js";
import { plans } from "./plans.js";

const views = [
  [/^#\/customers\/([^/]+)$/, overview],
  [/^#\/orders$/, orders],
  [/^#\/products$/, products],
  [/^#\/plans$/, plans],
  [/^/, customers],
];

/** Does what the user asked for, and says how it went. */
export async function act(deed) {
  try {
    say((await deed()) ?? "");
  } catch (error) {
    say(error.message, error instanceof Problem ? error.detail : {});
  }
}

/** Shows the view of the address again. */
export async function reload() {
  const hash = location.hash;
  const [pattern, view] = views.find(([each]) => each.test(hash));
  const [, argument] = hash.match(pattern);
  const nodes = await view(argument && decodeURIComponent(argument));
  if (hash === location.hash) {
    document.getElementById("view").replaceChildren(...nodes.filter(Boolean));
  }
}

function navigate() {
  document.querySelectorAll("nav a[href^='#']").forEach((link) => {
    if ((location.hash || "#/customers").startsWith(link.getAttribute("href"))) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  });
  return act(async () => {
    await reload();
    window.scrollTo(0, 0);
    document.querySelector("#view h1")?.focus({ preventScroll: true });
  });
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the hash names the view
  document.getElementById("main").focus();
});
document.querySelector("aside details").open = window.matchMedia("(min-width: 981px)").matches;
window.addEventListener("hashchange", navigate);
navigate();
