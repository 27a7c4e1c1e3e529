/** Makes an element. Text is always text, never markup. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      made.addEventListener(name.substring(2), value);
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** Makes a table that becomes a list on a narrow screen. */
export function table(columns, rows) {
  return element("table", { class: "stack" },
    element("thead", {}, element("tr", {}, columns.map((column) =>
      element("th", { scope: "col", class: column.class }, column.label)))),
    element("tbody", {}, rows.map((row) =>
      element("tr", {}, columns.map((column) => element("td", { class: column.class }, column.cell(row)))))));
}

/** Lets a long name break before its capital letters. */
export const breakable = (name) => name.replaceAll(/(?=[A-Z])/g, "\u200b");

export function badge(status) {
  return element("span", { class: `badge ${status}` }, status.toLowerCase());
}

const moneyFormat = new Intl.NumberFormat("en", { style: "currency", currency: "EUR" });
const timeFormat = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

export const money = (amount) => moneyFormat.format(amount);
export const time = (instant) => timeFormat.format(new Date(instant));

/** Says what happened, to eyes and screen readers alike. */
export function say(text, problem) {
  const message = document.getElementById("message");
  message.className = problem ? "message bad" : "message";
  message.replaceChildren(text);
  if (problem) {
    const facts = ["condition", "property"].filter((name) => problem[name]).map((name) => `${name}: ${problem[name]}`);
    message.append(element("small", {}, facts.join(" · ")));
  }
  message.hidden = !text;
}
