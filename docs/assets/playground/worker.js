// Python in a thread of its own, so that the page stays alive while it is loaded and while it works.
// All of it comes from beside this file. What a sample asks of any other place is refused here.
import {loadPyodide} from "./pyodide/pyodide.mjs";

const here = new URL("./", import.meta.url);
const send = self.fetch.bind(self);
let loaded = 0;

delete self.WebSocket; // which sockets of Python would become
self.fetch = async (resource, options) => {
  const address = new URL(resource.url ?? resource, here);
  if (address.origin !== here.origin) throw new TypeError(`${address.host} is not asked from here`);
  const answer = await send(resource, options);
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status} ${answer.statusText}`);
  count(answer.clone().body.getReader());
  return answer; // as it came: WebAssembly is compiled twice as fast from it as from a stream of ours
};

async function count(reader) {
  for (let part = await reader.read(); !part.done; part = await reader.read())
    postMessage({kind: "loading", loaded: loaded += part.value.byteLength});
}

async function start(wheels) {
  const bodies = wheels.map(async wheel => (await fetch(new URL(wheel, here))).arrayBuffer());
  const session = fetch(new URL("session.py", here)).then(answer => answer.text());
  const [python, text, ...packages] = await Promise.all(
    [loadPyodide({indexURL: new URL("pyodide/", here).href}), session, ...bodies]);
  postMessage({kind: "starting"});
  for (const body of packages) python.unpackArchive(body, "wheel");
  const names = python.globals.get("dict")();
  python.runPython(text, {globals: names, filename: "session.py"});
  return {restart: names.get("restart"), run: names.get("run")};
}

let session;

self.onmessage = async ({data}) => {
  try {
    if (data.wheels) session = await start(data.wheels);
    else if (data.code === undefined) session.restart();
    else return postMessage({kind: "ran", ...JSON.parse(session.run(data.code, data.title))});
    postMessage({kind: "ready"});
  } catch (error) {
    postMessage({kind: "failed", message: error.message});
  }
};
