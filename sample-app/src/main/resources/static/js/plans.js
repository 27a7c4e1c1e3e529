import { breakable, element, table } from "./dom.js";
import { heading } from "./customers.js";

/** How every method the shop declares is served, from the actuator endpoint of dkmio. */
export async function plans() {
  const report = await (await fetch("actuator/dkmio", { headers: { Accept: "application/json" } })).json();
  const declared = (methods) => methods.filter((each) => /\.(find|exists|count|delete)\w*By\w*\(/.test(each.method) && !/ById\(/.test(each.method));
  return [
    heading("Plans", "Decided when the shop started: what each repository method asks of DynamoDB."),
    element("section", { class: "card flush" }, element("h2", {}, "Repository methods"), table([
      { label: "Method", class: "wide", cell: (plan) => [element("b", {}, breakable(plan.method.replace(/\(.*/, ""))), element("div", {}, element("code", {}, plan.description))] },
      { label: "Cost", class: "number", cell: (plan) => element("span", { class: "badge" }, plan.cost.toLowerCase()) },
    ], Object.values(report.repositories).flatMap(declared))),
    ...report.tables.map((shop) => element("section", { class: "card flush" }, element("h2", {}, `Items of the table ${shop.name}`), table([
      { label: "Item", class: "wide", cell: (item) => element("b", {}, item.alias) },
      { label: "Key", cell: (item) => templates(item.key) },
      { label: "Index gsi1", cell: (item) => templates(item.indexes.flatMap((index) => index.key)) },
    ], shop.items))),
  ];
}

function templates(keys) {
  return keys.map((key) => element("div", {}, element("code", {}, `${key.attribute} = ${key.template}`)));
}
