// Onboard a number, list numbers and meet a refusal, with the types that openapi-typescript makes.

import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./graph.js";

const SANDBOX = [{ field: "account_mode", operator: "EQUAL", value: "SANDBOX" }];

function setting(name: string): string {
  const value = process.env[name];
  assert(value, `${name} is not set`);
  return value;
}

const url = setting("WHATSAPP_BASE_URL");
const waba_id = setting("WHATSAPP_BUSINESS_ACCOUNT_ID");
const client = createClient<paths>({
  baseUrl: `${url}/v23.0`,
  headers: { Authorization: `Bearer ${setting("WHATSAPP_ACCESS_TOKEN")}` },
});

async function onboard(): Promise<void> {
  const created = await client.POST("/{waba_id}/phone_numbers", {
    params: { path: { waba_id } },
    body: { cc: "1", phone_number: "2015550123", verified_name: "Lucky Shrub" },
  });
  assert(created.data, "the number is added");
  const params = { path: { phone_number_id: created.data.id } };

  const requested = await client.POST("/{phone_number_id}/request_code", {
    params,
    body: { code_method: "SMS", language: "en_US" },
  });
  assert(requested.data?.success, "a code is sent");

  const verify = (code: string) =>
    client.POST("/{phone_number_id}/verify_code", { params, body: { code } });
  const refused = await verify("000000");
  assert.equal(refused.data, undefined);
  assert.equal(refused.error?.error.code, 136025);
  assert.equal(refused.error?.error.error_subcode, 2388093);
  assert(refused.error?.error.fbtrace_id, "the refusal can be quoted to the support");
  const verified = await verify(await sentCode());
  assert(verified.data?.success, "the right code is taken");

  const registered = await client.POST("/{phone_number_id}/register", {
    params,
    body: { messaging_product: "whatsapp", pin: "314159" },
  });
  assert(registered.data?.success, "the number is registered");

  const card = await client.GET("/{phone_number_id}", {
    params: { ...params, query: { fields: "status,last_onboarded_time" } },
  });
  assert.equal(card.data?.status, "CONNECTED");
  const written = card.data?.last_onboarded_time;
  assert.match(written ?? "", /\+0000$/);
  assert(Math.abs(Date.now() - graphTime(written!).getTime()) < 300_000, "it was onboarded now");
}

async function list(): Promise<void> {
  const query = {
    fields: "id,account_mode,quality_rating",
    filtering: JSON.stringify(SANDBOX),
    limit: 2,
  };
  const found: components["schemas"]["PhoneNumber"][] = [];
  let pages = 0;
  let after: string | undefined;
  do {
    const page = await client.GET("/{waba_id}/phone_numbers", {
      params: { path: { waba_id }, query: after === undefined ? query : { ...query, after } },
    });
    assert(page.data, "a page is read");
    found.push(...page.data.data);
    pages += 1;
    after = page.data.paging?.next ? page.data.paging.cursors?.after : undefined;
  } while (after !== undefined);

  assert.deepEqual([pages, found.length], [2, 3]);
  assert(found.every((number) => number.account_mode === "SANDBOX"), "the filter holds");
  // The types are closed, what comes is not: a switch needs its default.
  const ratings: (string | undefined)[] = found.map((number) => number.quality_rating);
  assert(ratings.includes("PURPLE"), "a word that no contract lists is kept");
}

/** Read the code that the emulator sent. */
async function sentCode(): Promise<string> {
  const answer = await fetch(`${url}/_emulator/codes`);
  const sent = (await answer.json()) as { codes: { code: string }[] };
  const code = sent.codes.at(-1)?.code;
  assert(code, "a code was sent");
  return code;
}

/** Read a time; the language itself promises to read an offset only with its colon. */
function graphTime(written: string): Date {
  return new Date(written.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
}

await onboard();
await list();
