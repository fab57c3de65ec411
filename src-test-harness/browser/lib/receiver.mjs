// The real Spotlight with its page, on 127.0.0.1 and any free port: says "receiving on <url>".
//
// Its own command line listens on all interfaces and reports to its makers; the library does
// neither choose a host nor report.

import { readdirSync, readFileSync } from "node:fs";
import { Server } from "node:net";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const listen = Server.prototype.listen;
Server.prototype.listen = function (port, _host, ready) {
  return listen.call(this, { port, host: "127.0.0.1" }, ready);
};

const { setupSpotlight } = await import("@spotlightjs/spotlight");
const library = fileURLToPath(import.meta.resolve("@spotlightjs/spotlight"));
const page = join(dirname(library), "..", "ui");
const filesToServe = {};
for (const file of readdirSync(page, { recursive: true, withFileTypes: true })) {
  if (file.isFile()) {
    const path = join(file.path, file.name);
    filesToServe[relative(page, path).split(sep).join("/")] = readFileSync(path);
  }
}

const server = await setupSpotlight({ port: 0, filesToServe, isStandalone: true });
const { address, port } = server.address();
if (address !== "127.0.0.1") {
  throw new Error(`must listen on loopback only, was "${address}"`);
}
console.log(`receiving on http://${address}:${port}`);
