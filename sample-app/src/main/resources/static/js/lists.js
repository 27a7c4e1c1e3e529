import { call } from "./api.js";
import { element, table } from "./dom.js";

const PAGE_SIZE = 12;

/**
 * A table that is read page by page: each page is one query, from the cursor of the one before.
 * @param what what the user sees being done
 * @param path the route, with its parameters but for size and cursor
 */
export class PagedTable {
  constructor(what, path, columns) {
    this.what = what;
    this.path = path;
    this.columns = columns;
    this.cursors = [null];
    this.node = element("section", { class: "card flush" });
  }

  async show() {
    const cursor = this.cursors.at(-1);
    const parameters = new URLSearchParams({ size: PAGE_SIZE });
    if (cursor) {
      parameters.set("cursor", cursor);
    }
    const separator = this.path.includes("?") ? "&" : "?";
    const page = await call(this.what, "GET", `${this.path}${separator}${parameters}`);
    this.node.replaceChildren(
      page.items.length > 0 ? table(this.columns, page.items)
        : element("p", { class: "empty" }, this.cursors.length > 1 ? "That was the last page." : "There is nothing here."),
      this.pager(page.next));
    return this;
  }

  pager(next) {
    return element("div", { class: "pager" },
      element("span", { class: "sub" }, `Page ${this.cursors.length}`),
      element("button", { type: "button", disabled: this.cursors.length === 1, onclick: () => this.go(() => this.cursors.pop()) }, "Previous"),
      element("button", { type: "button", "data-next": true, disabled: !next, onclick: () => this.go(() => this.cursors.push(next)) }, "Next"));
  }

  async go(step) {
    step();
    await this.show();
    this.node.querySelector("[data-next]:enabled, .pager button:enabled")?.focus();
  }
}
