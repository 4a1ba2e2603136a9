// The samples of a page as one session that runs here, in order: a Run button below each, what it printed,
// and what the emulator has. Python comes with the first press (worker.js), never before.
"use strict";
{
const here = new URL("./", document.currentScript.src);
const mark = document.querySelector("[data-session]");
const megabytes = bytes => (bytes / 1e6).toFixed(1);
const mood = {CONNECTED: "good", PENDING: "wait"};

// Text goes in as text, never as HTML.
function el(tag, props, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props))
    if (name.startsWith("on")) made[name] = value; else made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// --- Python: one question at a time, each with one answer. ---
class Python {
  constructor(wheels, onProgress) {
    this.worker = new Worker(new URL("worker.js", here), {type: "module"});
    this.worker.onmessage = ({data}) => {
      if (data.kind === "loading" || data.kind === "starting") onProgress(data);
      else if (data.kind === "failed") this.reject(new Error(data.message));
      else this.resolve(data);
    };
    this.worker.onerror = event => this.reject(new Error(event.message ?? "it is not where it should be"));
    this.ready = this.ask({wheels});
  }

  stop() {
    this.reject(new Error("it was stopped"));
  }

  ask(question) {
    return new Promise((resolve, reject) => {
      Object.assign(this, {resolve, reject});
      this.worker.postMessage(question);
    });
  }
}

// --- What is shown. ---
class Sample {
  constructor(block, at, {onRun, onStop, onEdit}) {
    this.title = `sample ${at + 1}`;
    this.code = block.querySelector("code");
    this.written = this.code.innerHTML;
    this.button = el("button", {type: "button", class: "play-run", "aria-label": `Run ${this.title}`, onclick: onRun}, "Run");
    this.halt = el("button", {type: "button", class: "play-again", "aria-label": `Stop ${this.title}`, hidden: "", onclick: onStop}, "Stop");
    this.note = el("span", {class: "play-note"});
    this.output = el("div", {class: "play-output", role: "status", "aria-label": `Output of ${this.title}`});
    for (const [name, value] of Object.entries({contenteditable: "plaintext-only", spellcheck: "false",
      autocapitalize: "off", role: "textbox", "aria-multiline": "true", "aria-label": `Code of ${this.title}`}))
      this.code.setAttribute(name, value);
    this.code.oninput = onEdit;
    this.code.onkeydown = event => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey || event.shiftKey)) return;
      event.preventDefault();
      onRun();
    };
    block.classList.add("play-sample");
    block.append(el("div", {class: "play-bar"}, this.button, this.halt, this.note), this.output);
  }

  // What it printed before is not what it prints now.
  begin() {
    this.output.replaceChildren();
    this.note.textContent = "runs …";
    this.halt.hidden = false;
  }

  show({printed, error}, took) {
    this.output.replaceChildren(...[[printed, "play-printed"], [error, "play-error"]]
      .filter(([text]) => text).map(([text, kind]) => el("pre", {class: kind}, text.trimEnd())));
    const time = took < 1000 ? `${Math.round(took)} ms` : `${(took / 1000).toFixed(1)} s`;
    this.note.textContent = error ? `ended with an error after ${time}` : `ran in ${time}`;
  }

  clear() {
    this.output.replaceChildren();
    this.note.textContent = "";
  }
}

const tag = word => el("span", {class: `play-tag ${mood[word] ?? ""}`}, word);
const parts = {
  numbers: ["Numbers", "None yet.", number => [
    el("div", {}, el("strong", {}, number.phone), tag(number.status)),
    el("small", {}, "Code ", number.code),
    el("small", {}, `“${number.new_name ?? number.name}” `, number.review)]],
  outbox: ["Outbox", "No code was sent.", sent => [
    el("div", {}, el("strong", {class: "play-code"}, sent.code), el("small", {}, sent.method === "SMS" ? "by SMS" : "by voice")),
    el("small", {}, "to ", sent.phone)]],
  requests: ["Last requests", "None yet.", seen => [
    el("div", {}, el("span", {class: "play-call"}, seen.operation),
      el("span", {class: `play-tag ${seen.status === 200 ? "good" : "bad"}`}, String(seen.status || "cut")))]],
};

class Emulator {
  constructor() {
    this.lists = Object.fromEntries(Object.keys(parts).map(name => [name, el("ul", {})]));
    this.brief = el("span", {});
    this.toggle = el("button", {type: "button", class: "play-toggle", "aria-expanded": "false", "aria-controls": "play-state",
      onclick: () => this.toggle.setAttribute("aria-expanded", String(this.aside.classList.toggle("open")))},
    "Emulator", this.brief);
    this.aside = el("aside", {class: "play-emulator", "aria-label": "What the emulator has"}, this.toggle,
      el("p", {class: "play-title"}, "The emulator, as it is now"),
      el("div", {id: "play-state"}, ...Object.entries(parts).map(([name, [title]]) =>
        el("section", {"aria-label": title}, el("h2", {}, title), this.lists[name]))));
    this.seen = {};
    this.latest = 0;
    this.show({numbers: [], outbox: [], requests: []});
  }

  show(state) {
    const before = new Set(this.seen.numbers);
    for (const [name, [, none, draw]] of Object.entries(parts)) {
      const known = new Set(this.seen[name]);
      this.seen[name] = state[name].map(item => JSON.stringify(item));
      this.lists[name].replaceChildren(...state[name].map((item, at) =>
        el("li", {class: name !== "requests" && !known.has(this.seen[name][at]) ? "new" : ""}, ...draw(item))));
      if (!state[name].length) this.lists[name].append(el("li", {class: "none"}, none));
    }
    const changed = this.seen.numbers.findIndex(number => !before.has(number));
    this.latest = Math.min(changed < 0 ? this.latest : changed, state.numbers.length - 1);
    const number = state.numbers[this.latest];
    const sent = number?.code !== "VERIFIED" && state.outbox.find(code => code.phone === number?.phone);
    this.brief.replaceChildren(...number ? [number.phone, tag(number.status)] : ["no number yet"],
      ...sent ? [`code ${sent.code}`] : []);
  }
}

// --- The session. ---
class Session {
  constructor({wheels, bytes}) {
    Object.assign(this, {wheels, bytes, next: 0, isBusy: false, isStale: false});
    this.emulator = new Emulator();
    this.status = el("p", {role: "status"}, `Run the samples in this page. The first press loads Python and wabakit, ${megabytes(bytes)} MB, `
      + "from this site; after that nothing is loaded, and nothing ever leaves. The code can be changed: Ctrl+Enter runs it.");
    this.bar = el("progress", {max: bytes, value: 0, "aria-label": "Loading Python"});
    this.amount = el("small", {"aria-hidden": "true"});
    this.progress = el("div", {class: "play-progress", hidden: ""}, this.bar, this.amount);
    this.all = el("button", {type: "button", class: "play-run", onclick: () => this.run(this.samples.length - 1)}, "Run all");
    this.again = el("button", {type: "button", class: "play-again", hidden: "", onclick: () => this.startOver()}, "Start over");
    mark.append(el("div", {class: "play-bar"}, this.all, this.again), this.status, this.progress);
    mark.after(el("div", {class: "play-column"}, this.emulator.aside));
    this.samples = [...mark.parentElement.querySelectorAll(".language-python.highlight")].map((block, at) =>
      new Sample(block, at, {onRun: () => this.run(at), onStop: () => this.python.stop(), onEdit: () => { this.isStale ||= at < this.next; }}));
    mark.parentElement.classList.add("play");
  }

  // What ran once ran: a sample that is run again, or behind one that was changed, has all of them start over.
  async run(last) {
    await this.alone(this.samples[last].note, async () => {
      await this.load();
      const isAgain = last < this.next || this.isStale;
      if (isAgain) await this.restart();
      const first = this.next;
      while (this.next <= last && await this.step(this.samples[this.next])) this.next += 1;
      const failed = this.next <= last && this.samples[this.next].title;
      if (failed && this.next < last) this.samples[last].note.textContent = `did not run, as ${failed} ended with an error`;
      const ran = first === last ? `S${this.samples[last].title.slice(1)}` : `Samples ${first + 1} to ${last + 1}`;
      this.say(failed ? `It stopped at ${failed}, which ended with an error.`
        : `${ran} ran${isAgain ? ", from the start" : first < last ? ", in order" : ""}.`);
    });
  }

  async step(sample) {
    sample.begin();
    this.say(`S${sample.title.slice(1)} runs. Stop ends it.`);
    const began = performance.now();
    const told = await this.python.ask({code: sample.code.innerText, title: sample.title})
      .finally(() => { sample.halt.hidden = true; });
    sample.show(told, performance.now() - began);
    this.emulator.show(told);
    return !told.error;
  }

  async load() {
    if (this.python) return;
    this.python = new Python(this.wheels, told => this.loading(told));
    this.progress.hidden = false;
    this.say(`Loading Python and wabakit, ${megabytes(this.bytes)} MB from this site …`);
    await this.python.ready;
    this.progress.hidden = true;
    this.again.hidden = false;
    mark.parentElement.classList.add("play-on");
  }

  loading({kind, loaded}) {
    if (kind === "starting") this.bar.removeAttribute("value"); else this.bar.value = loaded;
    this.amount.textContent = kind === "starting" ? "Python starts …" : `${megabytes(loaded)} of ${megabytes(this.bytes)} MB`;
    this.note.textContent = kind === "starting" ? "Python starts …" : `Loading Python: ${this.amount.textContent}`;
  }

  async restart() {
    await this.python.ask({});
    Object.assign(this, {next: 0, isStale: false});
    this.samples.forEach(sample => sample.clear());
    this.emulator.show({numbers: [], outbox: [], requests: []});
  }

  async startOver() {
    if (this.isBusy) return this.python.stop();
    await this.alone(this.status, async () => {
      await this.restart();
      for (const sample of this.samples) sample.code.innerHTML = sample.written;
      this.say("All is as it was in the beginning. Run the first sample.");
    });
  }

  // Nothing else is begun meanwhile; buttons keep the focus.
  async alone(note, work) {
    if (this.isBusy) return;
    this.note = note;
    this.busy(true);
    try {
      await work();
    } catch (error) {
      this.progress.hidden = true;
      this.python?.worker.terminate();
      Object.assign(this, {python: undefined, next: 0});
      this.samples.forEach(sample => sample.clear());
      this.say(`Python does not go on: ${error.message}. Press Run to begin anew.`);
      note.textContent = this.status.textContent;
    } finally {
      this.busy(false);
    }
  }

  busy(isBusy) {
    this.isBusy = isBusy;
    for (const button of [this.all, ...this.samples.map(sample => sample.button)])
      button.setAttribute("aria-disabled", String(isBusy));
    this.again.textContent = isBusy ? "Stop" : "Start over";
  }

  say(text) {
    this.status.textContent = text;
  }
}

async function begin() {
  const sorry = why => mark.append(el("p", {class: "play-sorry", role: "status"},
    `${why} The samples run the same in a Python prompt, where wabakit is installed.`));
  if (typeof WebAssembly !== "object") return sorry("This browser has no WebAssembly, so nothing can be run in this page.");
  if (location.protocol === "file:") return sorry("Pages that are opened as files cannot load Python. Serve the site's folder, as python -m http.server does.");
  try {
    const answer = await fetch(new URL("files.json", here));
    if (!answer.ok) throw new Error(answer.statusText);
    new Session(await answer.json());
  } catch (error) {
    sorry(`What runs the samples was not found beside this page (${error.message}).`);
  }
}

if (mark) begin();
}
