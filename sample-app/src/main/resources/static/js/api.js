import { breakable, element } from "./dom.js";

const MOST_ENTRIES = 40;

/** A failure the API has answered with a problem detail. */
export class Problem extends Error {
  constructor(detail) {
    super(detail.detail ?? detail.title ?? "The request failed");
    this.detail = detail;
  }
}

/**
 * Calls the API, and shows what that asked of DynamoDB.
 * @param what what the user has done, such as "Ship an order"
 */
export async function call(what, method, path, { body, version } = {}) {
  const headers = { Accept: "application/json" };
  if (body) {
    headers["Content-Type"] = "application/json";
  }
  if (version !== undefined) {
    headers["If-Match"] = `"${version}"`;
  }
  const start = performance.now();
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const answer = await response.json();
  record(what, `${method} ${decodeURIComponent(path)}`, response, performance.now() - start);
  if (!response.ok) {
    throw new Problem(answer);
  }
  return answer;
}

function record(what, request, response, milliseconds) {
  const calls = parse(response.headers.get("DynamoDB-Calls"));
  const units = calls.reduce((sum, each) => sum + Number(each.units ?? 0), 0);
  const summary = `${calls.length} ${calls.length === 1 ? "call" : "calls"} · ${units.toFixed(1)} units`;
  const log = document.getElementById("log");
  log.prepend(element("li", {},
    element("div", { class: "what" }, what, element("span", {}, summary)),
    element("div", { class: "http" }, `${request.replace(/(cursor=.{8})[^&]*/, "$1…")} → ${response.status}, ${milliseconds.toFixed(0)} ms`),
    calls.length > 0 ? tableOf(calls) : null));
  while (log.children.length > MOST_ENTRIES) {
    log.lastChild.remove();
  }
  document.getElementById("latest").textContent = summary;
}

function tableOf(calls) {
  const columns = ["operation", "index", "evaluated", "returned", "units"];
  return element("table", {},
    element("thead", {}, element("tr", {}, columns.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, calls.flatMap((each) => [
      element("tr", {}, columns.map((name) => element("td", {}, breakable(each[name] ?? "–")))),
      element("tr", { class: "by" }, element("td", { colspan: columns.length },
        breakable(each.by ?? ""), each.outcome === "success" ? null
          : element("span", { class: "refused" }, ` ${(each.outcome ?? "").replaceAll("_", " ")}`))),
    ])));
}

/** Reads the header: `Query;by="…";index="gsi1";evaluated=20;returned=20;units=2.5, GetItem;…`. */
function parse(header) {
  return (header ? header.split(", ") : []).map((text) => {
    const [operation, ...parameters] = text.split(";");
    const found = { operation };
    for (const parameter of parameters) {
      const at = parameter.indexOf("=");
      found[parameter.substring(0, at)] = parameter.substring(at + 1).replaceAll('"', "");
    }
    return found;
  });
}
