import { call } from "./api.js";
import { badge, element, money, table, time } from "./dom.js";
import { OrderForm } from "./order-form.js";
import { PagedTable } from "./lists.js";
import { orderColumns } from "./orders.js";

/** Browses the customers. */
export async function customers() {
  const list = await new PagedTable("Browse customers", "customers", [
    { label: "Name", cell: (customer) => element("a", { href: `#/customers/${encodeURIComponent(customer.customerId)}` }, customer.name) },
    { label: "Id", cell: (customer) => element("code", {}, customer.customerId) },
    { label: "Status", class: "end", cell: (customer) => badge(customer.status) },
    { label: "E-mail", class: "wide", cell: (customer) => customer.email },
  ]).show();
  return [heading("Customers", "By name, from a global index of the one table."), list.node];
}

/** Everything of one customer, from one query. */
export async function overview(customerId) {
  const id = encodeURIComponent(customerId);
  const { customer, addresses, orders, cart } = await call("Open an overview", "GET", `customers/${id}/overview`);
  const form = new OrderForm(customerId);
  return [
    element("div", { class: "head" },
      element("div", {}, element("h1", { tabindex: "-1" }, customer.name),
        element("p", { class: "sub" }, `${customer.email} · since ${time(customer.createdAt)}`)),
      badge(customer.status),
      element("a", { class: "end", href: "#/customers" }, "All customers")),
    form.node,
    element("section", { class: "card" }, element("h2", {}, "Addresses"),
      addresses.length > 0 ? element("div", { class: "grid" }, addresses.map(address)) : element("p", { class: "sub" }, "None yet.")),
    cart ? element("section", { class: "card" }, element("h2", {}, "Cart"),
      element("p", { class: "sub" }, `${cart.lines.map((line) => `${line.quantity} × ${line.sku}`).join(", ")} – expires ${time(cart.expiresAt)}`)) : null,
    element("section", { class: "card flush" }, element("h2", {}, `Orders (${orders.length})`),
      orders.length > 0 ? table(orderColumns(), orders.reverse()) : element("p", { class: "empty" }, "None yet.")),
  ];
}

/** Browses the products. */
export async function products() {
  const list = await new PagedTable("Browse products", "products", [
    { label: "Name", cell: (product) => product.name },
    { label: "Price", class: "number", cell: (product) => money(product.price) },
    { label: "Sku", cell: (product) => element("code", {}, product.sku) },
    { label: "In stock", class: "number", cell: (product) => String(product.onHand) },
  ]).show();
  return [heading("Products", "With what is in stock of them."), list.node];
}

export function heading(title, text) {
  return element("div", { class: "head" }, element("div", {}, element("h1", { tabindex: "-1" }, title), element("p", { class: "sub" }, text)));
}

function address(each) {
  return element("address", { class: "address" }, element("b", {}, each.label), each.street, element("br"),
    `${each.postalCode} ${each.city}, ${each.country}`);
}
