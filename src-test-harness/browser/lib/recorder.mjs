import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { inflateSync } from "node:zlib";
import { until } from "./until.mjs";

/** Starts a receiver that accepts everything and keeps the bytes of each envelope, inflated. */
export async function openRecorder() {
  const received = [];
  const server = createServer(async (request, response) => {
    const sent = await buffer(request);
    const bytes = request.headers["content-encoding"] === "deflate" ? inflateSync(sent) : sent;
    received.push({ path: request.url, bytes });
    response.setHeader("Content-Type", "application/json").end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  return {
    dsn: (project) => `http://key@127.0.0.1:${port}/${project}`,
    /** Waits for an envelope to `project` with an event that `isWanted`. */
    envelope: (project, isWanted) =>
      until("the envelope", () =>
        received
          .filter(({ path }) => path.startsWith(`/api/${project}/envelope/`))
          .map(({ bytes }) => ({ bytes, ...parsed(bytes) }))
          .find(({ event }) => isWanted(event)),
      ),
    /** Returns all that came to `project`, as texts; for envelopes of others than ours. */
    texts: (project) =>
      received
        .filter(({ path }) => path.startsWith(`/api/${project}/envelope/`))
        .map(({ bytes }) => bytes.toString("utf8")),
    countOf: (project) =>
      received.filter(({ path }) => path.startsWith(`/api/${project}/`)).length,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Reads an envelope of one event, whose item may or may not say its length. */
function parsed(bytes) {
  const [header, item, ...rest] = bytes.toString("utf8").split("\n");
  return { header: JSON.parse(header), item: JSON.parse(item), event: JSON.parse(rest.join("\n")) };
}
