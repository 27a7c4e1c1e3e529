import { call } from "./api.js";
import { element, money } from "./dom.js";
import { act, reload } from "./shop.js";

/** Chooses products, and places an order. */
export class OrderForm {
  constructor(customerId) {
    this.customerId = customerId;
    this.lines = new Map();
    this.select = element("select", { required: true, id: "product" });
    this.quantity = element("input", { type: "number", min: "1", max: "1000", value: "1", required: true, id: "quantity" });
    this.list = element("ul", { class: "lines" });
    this.button = element("button", { type: "button", class: "primary", id: "place", disabled: true, onclick: () => this.place() }, "Place the order");
    this.open = element("button", { type: "button", class: "primary", id: "new-order", onclick: () => this.begin() }, "New order");
    this.form = element("form", { class: "row", onsubmit: (event) => this.add(event) },
      element("label", { class: "field wide" }, "Product", this.select),
      element("label", { class: "field" }, "Quantity", this.quantity),
      element("button", { type: "submit", id: "add-line" }, "Add"));
    this.node = element("section", { class: "card" }, element("h2", {}, "Place an order"), this.open);
  }

  /** Reads the products, when they are first asked for. */
  begin() {
    return act(async () => {
      let next = null;
      do {
        const page = await call("Products to choose from", "GET", `products?size=100${next ? `&cursor=${next}` : ""}`);
        this.select.append(...page.items.map((product) => element("option", { value: product.sku },
          `${product.name} – ${money(product.price)}, ${product.onHand} in stock`)));
        next = page.next;
      } while (next);
      this.open.replaceWith(this.form, this.list, this.button);
      this.select.focus();
    });
  }

  add(event) {
    event.preventDefault();
    const sku = this.select.value;
    const name = this.select.selectedOptions[0].textContent.split(" – ")[0];
    const quantity = (this.lines.get(sku)?.quantity ?? 0) + Number(this.quantity.value);
    this.lines.set(sku, { sku, name, quantity });
    this.render();
  }

  render() {
    this.list.replaceChildren(...[...this.lines.values()].map((line) => element("li", {},
      element("span", {}, `${line.quantity} × ${line.name}`),
      element("button", { type: "button", "aria-label": `Remove ${line.name}`, onclick: () => this.remove(line.sku) }, "Remove"))));
    this.button.disabled = this.lines.size === 0;
  }

  remove(sku) {
    this.lines.delete(sku);
    this.render();
    this.select.focus();
  }

  place() {
    return act(async () => {
      const lines = [...this.lines.values()].map(({ sku, quantity }) => ({ sku, quantity }));
      await call("Place an order", "POST", "orders", { body: { customerId: this.customerId, lines } });
      await reload();
      document.getElementById("new-order").focus();
      return "The order is placed.";
    });
  }
}
