import { call } from "./api.js";
import { badge, element, money, time } from "./dom.js";
import { heading } from "./customers.js";
import { PagedTable } from "./lists.js";
import { act } from "./shop.js";

/** Pages through the orders of a status. */
export async function orders() {
  const choice = { status: "PLACED", from: "", to: "" };
  const place = element("div");
  const show = async () => {
    const parameters = new URLSearchParams({ status: choice.status });
    if (choice.from) {
      parameters.set("from", `${choice.from}T00:00:00Z`);
    }
    if (choice.to) {
      parameters.set("to", `${choice.to}T23:59:59.999Z`);
    }
    const [placed, ...others] = orderColumns();
    const columns = [placed, { label: "Customer", cell: (order) => element("a", { href: `#/customers/${encodeURIComponent(order.customerId)}` }, order.customerId) }, ...others];
    place.replaceChildren((await new PagedTable(`Orders that are ${choice.status.toLowerCase()}`, `orders?${parameters}`, columns).show()).node);
  };
  const change = (name) => (event) => act(async () => {
    choice[name] = event.target.value;
    await show();
  });
  await show();
  return [
    heading("Orders by status", "Newest first, from the global index gsi1. Each page is one query."),
    element("div", { class: "filters" },
      element("fieldset", { class: "segments" }, element("legend", {}, "Status"),
        ["PLACED", "SHIPPED", "CANCELLED"].map((status) => element("label", {},
          element("input", { type: "radio", name: "status", value: status, checked: status === choice.status, onchange: change("status") }),
          status.toLowerCase()))),
      element("label", { class: "field" }, "From", element("input", { type: "date", onchange: change("from") })),
      element("label", { class: "field" }, "To", element("input", { type: "date", onchange: change("to") }))),
    place,
  ];
}

/** How orders are shown, and what can be done with one. */
export function orderColumns() {
  return [
    { label: "Placed", class: "wide", cell: (order) => [time(order.placedAt), element("small", {}, summary(order))] },
    { label: "Status", cell: (order) => badge(order.status) },
    { label: "Total", class: "number", cell: (order) => money(order.total) },
    { label: "Actions", class: "actions", cell: (order) => order.status === "PLACED" ? [deed(order, "ship", "Ship"), deed(order, "cancel", "Cancel")] : [] },
  ];
}

function summary(order) {
  return order.lines.map((line) => `${line.quantity} × ${line.name}`).join(", ");
}

function deed(order, verb, label) {
  return element("button", {
    type: "button",
    "data-deed": verb,
    "aria-label": `${label} the order of ${time(order.placedAt)}`,
    onclick: (event) => act(async () => {
      const cells = event.target.closest("tr").cells;
      const path = `orders/${encodeURIComponent(order.customerId)}/${encodeURIComponent(order.orderId)}/${verb}`;
      const changed = await call(`${label} an order`, "POST", path);
      const [status, actions] = [cells[cells.length - 3], cells[cells.length - 1]];
      status.replaceChildren(badge(changed.status));
      actions.replaceChildren();
      actions.tabIndex = -1; // the button is gone: the focus stays in its row
      actions.focus();
      return `The order is ${changed.status.toLowerCase()}.`;
    }),
  }, label);
}
