// List the numbers of an account that need somebody, in TypeScript, with types made from the contract.
//
// Fields are asked for by name, pages are followed by their cursor (`paging.next` holds the token), and a word
// that no list has is no fault: Meta adds some without notice.
//
//     npm install openapi-fetch openapi-typescript
//     npx openapi-typescript v23.0.json --output graph.d.ts
//     node list_numbers.ts
//
// Node 22.18 and later run it as it is. v23.0.json is under Downloads, or `python -m wabakit.contract v23.0 > v23.0.json`.

import createClient from "openapi-fetch";
import type { paths } from "./graph.js";

const { WHATSAPP_BASE_URL, WHATSAPP_ACCESS_TOKEN, WHATSAPP_BUSINESS_ACCOUNT_ID } = process.env;

const client = createClient<paths>({
  baseUrl: `${WHATSAPP_BASE_URL ?? "https://graph.facebook.com"}/v23.0`,
  headers: { Authorization: `Bearer ${WHATSAPP_ACCESS_TOKEN}` },
});

async function* numbers(waba_id: string) {
  const query = { fields: "id,display_phone_number,status,quality_rating", limit: 100 };
  for (let after: string | undefined, more = true; more; ) {
    const page = await client.GET("/{waba_id}/phone_numbers", {
      params: { path: { waba_id }, query: after === undefined ? query : { ...query, after } },
    });
    if (page.data === undefined) {
      const { code, error_subcode, message, fbtrace_id } = page.error.error;
      throw new Error(`Graph refused: ${message} (${code}, ${error_subcode}), trace ${fbtrace_id}`);
    }
    yield* page.data.data;
    after = page.data.paging?.cursors?.after;
    more = page.data.paging?.next !== undefined;
  }
}

for await (const number of numbers(WHATSAPP_BUSINESS_ACCOUNT_ID ?? "")) {
  const mark = number.status === "CONNECTED" && number.quality_rating !== "RED" ? " " : "!";
  console.log(mark, number.id, number.display_phone_number, number.status, number.quality_rating);
}
