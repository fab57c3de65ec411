// What the sample sends, read by sentry-cli, which parses every item into types of its own.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { SentryCli } from "@sentry/cli";
import { Child } from "../lib/child.mjs";
import { cleanEnvironment } from "../lib/environment.mjs";
import { openRecorder } from "../lib/recorder.mjs";
import { openShop } from "../lib/shop.mjs";

const FROM_SHOP = 1;
const FROM_CLI = 7;

/** What must have been among the envelopes for the check to mean anything. */
const KINDS = {
  "a chain of exceptions": ({ exception }) => exception?.values.length === 3,
  "a message with its stack": ({ logentry, threads }) => logentry && threads?.values.length === 1,
  "a status without exception": ({ exception, contexts }) =>
    !exception && contexts.response?.status_code >= 500,
  "a warning": ({ level }) => level === "warning",
};

describe("sentry-cli", { timeout: 240_000 }, () => {
  let folder;
  let recorder;
  let shop;
  let envelopes;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "whence-cli-"));
    recorder = await openRecorder();
    const development = { SENTRY_ENVIRONMENT: "development", SENTRY_RELEASE: "shop@2.4.1" };
    shop = await openShop({ SENTRY_DSN: recorder.dsn(FROM_SHOP), ...development });
    envelopes = await allEnvelopes();
  });

  after(async () => {
    await shop?.close();
    await recorder?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Gets into every trouble that the page has a button for and an event of. */
  async function allEnvelopes() {
    const page = await (await fetch(shop.url)).text();
    const found = [];
    for (const [button] of page.matchAll(/<button[^>]*data-path[^]*?<\/button>/g)) {
      if (!button.includes("data-silent")) {
        found.push(await envelopeOf(button));
      }
    }
    return found;
  }

  async function envelopeOf(button) {
    const [, path] = /data-path="([^"]+)"/.exec(button);
    const [, method] = /<code>(\w+) /.exec(button);
    const [, json] = /data-body='([^']+)'/.exec(button) ?? [];
    const form = method === "POST" && !json ? new URLSearchParams({ user: "ada" }) : undefined;
    const headers = json ? { "Content-Type": "application/json" } : {};
    const answer = await fetch(new URL(path, shop.url), { method, headers, body: json ?? form });
    await answer.text();
    const requestId = answer.headers.get("X-Request-ID");
    return recorder.envelope(
      FROM_SHOP,
      ({ tags, type }) => tags?.request_id === requestId && type !== "transaction",
    );
  }

  /** Sends `bytes` through sentry-cli; returns its exit code and what it said. */
  async function send(bytes) {
    const file = join(folder, "envelope");
    writeFileSync(file, bytes);
    const env = cleanEnvironment({
      SENTRY_DSN: recorder.dsn(FROM_CLI),
      SENTRY_DISABLE_UPDATE_CHECK: "1",
      SENTRY_LOAD_DOTENV: "0",
    });
    const cli = new Child(SentryCli.getPath(), ["send-envelope", file], { cwd: folder, env });
    const deadline = setTimeout(() => cli.stop(), 20_000);
    const code = await cli.ended;
    clearTimeout(deadline);
    return { code, said: cli.said };
  }

  for (const [kind, isOfKind] of Object.entries(KINDS)) {
    test(`is given ${kind}`, () => {
      assert.ok(envelopes.some(({ event }) => isOfKind(event)));
    });
  }

  test("accepts every envelope and passes on what it understood", async (t) => {
    for (const { bytes, event } of envelopes) {
      await t.test(`of ${event.transaction}`, async () => {
        const { code, said } = await send(bytes);

        assert.equal(code, 0, said);
        const passedOn = await recorder.envelope(
          FROM_CLI,
          ({ event_id: id }) => id.replaceAll("-", "") === event.event_id,
        );
        assert.notDeepEqual(passedOn.bytes, bytes, "was passed on unread");
        assert.deepEqual(typesAndFrames(passedOn.event), typesAndFrames(event));
        for (const name of ["level", "transaction", "release", "environment", "tags"]) {
          assert.deepEqual(passedOn.event[name] ?? "error", event[name], name);
        }
      });
    }
  });

  test("accepts a transaction and passes on its spans", async () => {
    await (await fetch(shop.url + "api/stocktaking")).text();
    const { bytes, event } = await recorder.envelope(
      FROM_SHOP,
      ({ type, transaction }) => type === "transaction" && transaction === "GET /api/stocktaking",
    );

    const { code, said } = await send(bytes);

    assert.equal(code, 0, said);
    const passedOn = await recorder.envelope(
      FROM_CLI,
      ({ event_id: id }) => id.replaceAll("-", "") === event.event_id,
    );
    assert.notDeepEqual(passedOn.bytes, bytes, "was passed on unread");
    const shown = ({ spans }) => spans.map(({ op, description, span_id: id }) => [op, description, id]);
    assert.deepEqual(shown(passedOn.event), shown(event));
  });

  for (const [fault, broken] of Object.entries({
    "a level that is none": (text) => text.replace('"level":"error"', '"level":"grave"'),
    "a length that is wrong": (text) => text.replace(/"length":\d+/, '"length":999999'),
    "an ID that is none": (text) => text.replace(/("event_id":")\w{8}/, "$1"),
  })) {
    test(`refuses ${fault}`, async () => {
      const sound = envelopes[0].bytes.toString("utf8");
      const before = recorder.countOf(FROM_CLI);
      assert.notEqual(broken(sound), sound);

      const { code, said } = await send(broken(sound));

      assert.notEqual(code, 0, said);
      assert.equal(recorder.countOf(FROM_CLI), before);
    });
  }
});

function typesAndFrames({ exception }) {
  return exception?.values.map(({ type, value, stacktrace }) => [
    type,
    value,
    stacktrace.frames.map((frame) => [frame.module, frame.function, frame.lineno]),
  ]);
}
