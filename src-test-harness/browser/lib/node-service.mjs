// A service with Sentry's own SDK for Node.js: says "serving on <url>". In front of the shop it asks
// it to take stock; behind it, it is the carrier.

import * as Sentry from "@sentry/node";

Sentry.init({
  dsn: process.env.NODE_DSN,
  tracesSampleRate: 1,
  environment: "node",
  release: "front@1",
  tracePropagationTargets: [/127\.0\.0\.1/],
});
const { createServer } = await import("node:http");

const server = createServer(async (request, response) => {
  const url = new URL(request.url, "http://127.0.0.1");
  response.setHeader("Content-Type", "application/json");
  if (url.pathname === "/front") {
    const answer = await fetch(url.searchParams.get("shop") + "api/stocktaking");
    response.end(await answer.text());
  } else {
    response.end(JSON.stringify({ cents: 3 }));
  }
});
server.listen(0, "127.0.0.1", () =>
  console.log(`serving on http://127.0.0.1:${server.address().port}/`),
);
