// One trace through three services: a front and a carrier with Sentry's own SDK for Node.js, and
// the sample between them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Child } from "../lib/child.mjs";
import { cleanEnvironment } from "../lib/environment.mjs";
import { openRecorder } from "../lib/recorder.mjs";
import { openShop } from "../lib/shop.mjs";
import { until } from "../lib/until.mjs";

const FROM_SHOP = 1;
const FROM_NODE = 2;

describe("a trace", { timeout: 240_000 }, () => {
  let recorder;
  let node;
  let shop;
  let answer;
  let envelope;
  let trace;
  let call;

  before(async () => {
    recorder = await openRecorder();
    const script = fileURLToPath(new URL("../lib/node-service.mjs", import.meta.url));
    const env = cleanEnvironment({ NODE_DSN: recorder.dsn(FROM_NODE) });
    node = new Child(process.execPath, [script], { env });
    const [, service] = await node.says(/serving on (\S+)/, 30_000);
    shop = await openShop({
      SENTRY_DSN: recorder.dsn(FROM_SHOP),
      SENTRY_TRACES_SAMPLE_RATE: "0", // so that only the front's decision can have kept it
      CARRIER_URL: service,
    });
    answer = await (await fetch(`${service}front?shop=${encodeURIComponent(shop.url)}`)).json();
    envelope = await recorder.envelope(
      FROM_SHOP,
      ({ transaction }) => transaction === "GET /api/stocktaking",
    );
    trace = envelope.event.contexts.trace;
    call = envelope.event.spans.find(({ op }) => op === "http.client");
  });

  after(async () => {
    await shop?.close();
    await node?.stop();
    await recorder?.close();
  });

  /** Waits until Node.js has told of all these texts, of which each is one of its envelopes'. */
  function toldByNode(what, ...texts) {
    return until(what, () => {
      const told = recorder.texts(FROM_NODE).join("\n");
      return texts.every((text) => told.includes(text)) && told;
    });
  }

  test("goes on where it came from, by the decision made there", async () => {
    assert.equal(answer.cents, 3 * answer.pieces);
    assert.equal(envelope.event.type, "transaction");
    await toldByNode("the front's own part", trace.trace_id, `"span_id":"${trace.parent_span_id}"`);
  });

  test("goes on to whom the shop calls", async () => {
    assert.equal(call.data["http.response.status_code"], 200);
    await toldByNode("the carrier's part", `"parent_span_id":"${call.span_id}"`);
  });

  test("has one head for all", async () => {
    assert.equal(envelope.header.trace.trace_id, trace.trace_id);
    assert.equal(envelope.header.trace.environment, "node");
    assert.equal(envelope.header.trace.release, "front@1");
    assert.match(envelope.header.trace.sample_rand, /^0\.\d+$/);
    await toldByNode("its number", `"sample_rand":"${envelope.header.trace.sample_rand}"`);
  });

  test("has the shop's spans in it, each within its parent", () => {
    const ids = new Map(envelope.event.spans.map((span) => [span.span_id, span]));
    for (const span of envelope.event.spans) {
      assert.equal(span.trace_id, trace.trace_id);
      const parent = ids.get(span.parent_span_id);
      assert.ok(parent || span.parent_span_id === trace.span_id, JSON.stringify(span));
      const [outer, end] = parent
        ? [parent.start_timestamp, parent.timestamp]
        : [envelope.event.start_timestamp, envelope.event.timestamp];
      assert.ok(outer <= span.start_timestamp && span.timestamp <= end, JSON.stringify(span));
    }
  });
});
