// What OpenAPI cannot say, read from where the documents keep it: a vendor's recipe for signing a call (`x-zhixing-auth`).
// It knows the steps that the checked-in documents use, and refuses what it does not know.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Middleware } from "openapi-fetch";

type Part = { literal?: string; credential?: string; value?: string };
type Clock = string | { day: string; utc_offset_hours: number };
type Derived = { name: string; clock?: Clock; digest?: { algorithm: string; hex: string; parts: Part[] } };
type Field = { in: string; name: string; value: Part[] };
export type Recipe = { credentials: { name: string; environment: string }[]; values?: Derived[]; fields: Field[] };
export type Credentials = Record<string, string>;

/** Fields by their place, in the recipe's order. */
export type Placed = Record<string, [string, string][]>;

export function recipe(root: string, vendor: string): Recipe {
  const document = JSON.parse(readFileSync(`${root}/openapi/${vendor}.json`, "utf8")) as { "x-zhixing-auth": Recipe };
  return document["x-zhixing-auth"];
}

function told(clock: Clock, at: Date): string {
  if (clock === "epoch-milliseconds") return String(at.getTime());
  if (clock === "epoch-seconds") return String(Math.floor(at.getTime() / 1000));
  if (typeof clock === "object" && clock.day === "yyyyMMdd") {
    const there = new Date(at.getTime() + clock.utc_offset_hours * 3_600_000);
    return there.toISOString().slice(0, 10).replaceAll("-", "");
  }
  throw new Error(`unknown clock: ${JSON.stringify(clock)}`);
}

export function sign(recipe: Recipe, credentials: Credentials, at: Date): Placed {
  const values: Record<string, string> = {};
  const known = (from: Record<string, string>, name: string): string => {
    const value = from[name];
    if (value === undefined) throw new Error(`there is no ${name}`);
    return value;
  };
  const join = (parts: Part[]): string =>
    parts
      .map((part) => {
        if (part.literal !== undefined) return part.literal;
        if (part.credential !== undefined) return known(credentials, part.credential);
        if (part.value !== undefined) return known(values, part.value);
        throw new Error(`unknown part: ${JSON.stringify(part)}`);
      })
      .join("");
  for (const { name, clock, digest } of recipe.values ?? []) {
    if (clock !== undefined) {
      values[name] = told(clock, at);
    } else if (digest?.algorithm === "md5") {
      const hex = createHash("md5").update(join(digest.parts), "utf8").digest("hex");
      values[name] = digest.hex === "upper" ? hex.toUpperCase() : hex;
    } else {
      throw new Error(`unknown value: ${name}`);
    }
  }
  const placed: Placed = {};
  for (const field of recipe.fields) (placed[field.in] ??= []).push([field.name, join(field.value)]);
  return placed;
}

/** Signs every call of a client. What travels in a form is an argument of the generated request already. */
export function signing(recipe: Recipe, credentials: Credentials): Middleware {
  return {
    async onRequest({ request }) {
      const placed = sign(recipe, credentials, new Date());
      const url = new URL(request.url);
      for (const [name, value] of placed["query"] ?? []) url.searchParams.set(name, value);
      // The body as a whole: copied from the request it would be a stream, sent without its length.
      const { method, headers } = request;
      const signed = new Request(url, { method, headers, body: request.body && (await request.arrayBuffer()) });
      for (const [name, value] of placed["header"] ?? []) signed.headers.set(name, value);
      return signed;
    },
  };
}
