import { fileURLToPath } from "node:url";
import { Child } from "./child.mjs";
import { cleanEnvironment } from "./environment.mjs";

const START_MS = 30_000;
const ARRIVAL_MS = 15_000;

/** Starts Spotlight; `dsn` is where to send, `event` reads back what came. */
export async function openSpotlight() {
  const receiver = fileURLToPath(new URL("receiver.mjs", import.meta.url));
  const child = new Child(process.execPath, [receiver], { env: cleanEnvironment() });
  try {
    const [, url] = await child.says(/receiving on (\S+)/, START_MS);
    return {
      url,
      dsn: url.replace("//", "//key@") + "/1",
      event: (isWanted) => readBack(url, "event", isWanted),
      transaction: (isWanted) => readBack(url, "transaction", isWanted),
      close: () => child.stop(),
    };
  } catch (failure) {
    await child.stop();
    throw failure;
  }
}

/** Returns the first item of `type` that `isWanted`, of those that came and those to come. */
async function readBack(url, type, isWanted) {
  const patience = new AbortController();
  const giveUp = setTimeout(
    () => patience.abort(new Error(`Spotlight showed no such ${type} within ${ARRIVAL_MS} ms`)),
    ARRIVAL_MS,
  );
  try {
    const stream = await fetch(url + "/stream", { signal: patience.signal });
    for await (const [, items] of envelopes(stream)) {
      const found = items.find(([head, payload]) => head.type === type && isWanted(payload));
      if (found) {
        return found[1];
      }
    }
    throw new Error("Spotlight ended its stream");
  } finally {
    clearTimeout(giveUp);
    patience.abort();
  }
}

/** Reads server-sent events, of which each has an envelope as its data. */
async function* envelopes(stream) {
  let text = "";
  for await (const part of stream.body.pipeThrough(new TextDecoderStream())) {
    const messages = (text + part).split("\n\n");
    text = messages.pop();
    for (const message of messages) {
      const data = message.split("\n").filter((line) => line.startsWith("data:"));
      if (data.length > 0) {
        yield JSON.parse(data.map((line) => line.slice("data:".length)).join("\n"));
      }
    }
  }
}
