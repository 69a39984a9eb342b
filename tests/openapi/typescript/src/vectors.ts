// The recipes of the documents, followed by other code than ours, against the signing vectors: what a client in another
// language must give. The vectors are made by a script that knows neither the documents nor this program.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { recipe, sign } from "./recipe.js";
import type { Credentials, Placed } from "./recipe.js";

const root = process.argv[2] ?? ".";
const folder = `${root}/crates/core/tests/vectors`;
const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

const plain = (name: string): string => name.replaceAll("_", "").toLowerCase();
/** Fields of one place may travel in any order. */
const unordered = (placed: Placed): Placed =>
  Object.fromEntries(Object.entries(placed).map(([place, fields]) => [place, fields.toSorted()]));

const tried = new Set<string>();
let count = 0;
for (const name of readdirSync(folder).filter((name) => name.startsWith("request-"))) {
  const input = read(`${folder}/${name}/input.json`) as { recipe: string; at: string; credentials: Credentials };
  if (!existsSync(`${root}/openapi/${input.recipe}.json`)) continue;
  const own = recipe(root, input.recipe);
  const credentials: Credentials = {};
  for (const credential of own.credentials) {
    // A vector may spell a credential as the vendor's page does: SecretKey for secret_key.
    const given = Object.entries(input.credentials).find(([key]) => plain(key) === plain(credential.name));
    if (given !== undefined) credentials[credential.name] = given[1];
  }
  const placed = sign(own, credentials, new Date(input.at));
  assert.deepEqual(unordered(placed), unordered(read(`${folder}/${name}/request.json`) as Placed), name);
  tried.add(input.recipe);
  count += 1;
}
const vendors = readdirSync(`${root}/openapi`).map((file) => file.replace(/\.json$/, ""));
assert.ok(count > 0, "there are vectors");
const untried = vendors.filter((vendor) => !tried.has(vendor));
console.log(`${count} signing vectors of ${tried.size} vendors agree; without a vector: ${untried.join(", ") || "none"}`);
