// Onboard a number, list numbers and accounts, keep a pool, read a batch and meet refusals, with the types
// that openapi-typescript makes.

import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./graph.js";

type Schemas = components["schemas"];

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
  const verified = await verify(await sentCode(created.data.id));
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
  const found: Schemas["PhoneNumber"][] = [];
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

/** Find the business of the account among whose accounts it is. */
async function findBusiness(): Promise<string> {
  const account = await client.GET("/{waba_id}", {
    params: { path: { waba_id }, query: { fields: "owner_business_info" } },
  });
  const business_id = account.data?.owner_business_info?.id;
  assert(business_id, "the account has an owner");

  const owned = await client.GET("/{business_id}/owned_whatsapp_business_accounts", {
    params: { path: { business_id }, query: { fields: "id,name" } },
  });
  assert.deepEqual(owned.data?.data.map((each) => each.id), [waba_id]);
  return business_id;
}

async function keepPool(business_id: string): Promise<void> {
  const added = await client.POST("/{business_id}/add_phone_numbers", {
    params: { path: { business_id } },
    body: { phone_number: "+16315553000" },
  });
  assert(added.data, "the pool has the number");
  const preverified_id = added.data.id;
  const params = { path: { preverified_id } };

  const requested = await client.POST("/{preverified_id}/request_code", {
    params,
    body: { code_method: "SMS", language: "en_US" },
  });
  assert(requested.data?.success, "a code is sent");
  const verified = await client.POST("/{preverified_id}/verify_code", {
    params,
    body: { code: await sentCode(preverified_id) },
  });
  assert(verified.data?.success, "the number is proven");

  const read = () =>
    client.GET("/{preverified_id}", {
      params: { ...params, query: { fields: "code_verification_status" } },
    });
  assert.equal((await read()).data?.code_verification_status, "VERIFIED");
  const dropped = await client.DELETE("/{preverified_id}", { params });
  assert(dropped.data?.success, "the number is dropped");
  const gone = await read();
  assert.deepEqual([gone.error?.error.code, gone.error?.error.error_subcode], [100, 33]);
}

async function readBatch(): Promise<void> {
  const reads = [`${setting("WHATSAPP_PHONE_NUMBER_ID")}?fields=status`, "1"];
  const answer = await client.POST("/", {
    // The client makes a form of the body where this header says so.
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      batch: JSON.stringify(reads.map((relative_url) => ({ method: "GET", relative_url }))),
    },
  });
  // Graph answers null where it had no time, which no type says.
  const items: (Schemas["BatchItem"] | null)[] = answer.data ?? [];
  assert.deepEqual(items.map((item) => item?.code), [200, 400]);
  const number = JSON.parse(items[0]?.body ?? "") as Schemas["PhoneNumber"];
  assert.equal(number.status, "CONNECTED");
  const refusal = JSON.parse(items[1]?.body ?? "") as Schemas["GraphAPIError"];
  assert.equal(refusal.error.code, 100);
}

/** Read the code that the emulator sent to a number. */
async function sentCode(id: string): Promise<string> {
  const answer = await fetch(`${url}/_emulator/codes?phone_number_id=${id}`);
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
await keepPool(await findBusiness());
await readBatch();
