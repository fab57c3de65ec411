import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Child } from "./child.mjs";
import { cleanEnvironment } from "./environment.mjs";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const START_MS = 180_000;

/** Opens the sample as a reader of the README does, on any free port. */
export async function openShop(settings = {}) {
  const env = cleanEnvironment({ PORT: "0", ...settings });
  const child = new Child("bash", ["-c", "exec " + readmeCommand()], { cwd: ROOT, env });
  try {
    const [, url] = await child.says(/Shop is open on (\S+)/, START_MS);
    return { url, close: () => child.stop() };
  } catch (failure) {
    await child.stop();
    throw failure;
  }
}

/** Returns the line of the sample's code that a frame of an event points to. */
export function sourceLine({ module, filename, lineno }) {
  const folder = module.split(".").slice(0, -1).join("/");
  const file = `${ROOT}/sample-webapp/src/main/java/${folder}/${filename}`;
  return readFileSync(file, "utf8").split("\n")[lineno - 1];
}

function readmeCommand() {
  const readme = readFileSync(ROOT + "/README.md", "utf8");
  const [, command] = /^## Try it$[^]*?^```sh\n(.+)\n```/m.exec(readme);
  return command;
}
