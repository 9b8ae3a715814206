// Holds all flags as a page in a browser would, through the published OpenFeature client; writes one line of JSON for each question.
import { createInterface } from 'node:readline';
import { OpenFeature, ProviderEvents } from '@openfeature/web-sdk';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';

const [baseUrl, token] = process.argv.slice(2);
const statuses = [];
const network = globalThis.fetch;
globalThis.fetch = async (...request) => {
  const answer = await network(...request);
  statuses.push(answer.status);
  return answer;
};

// What a browser brings along: enough of it to read the desk's events.
globalThis.EventSource = class extends EventTarget {
  readyState = 0;
  constructor(url) { super(); this.#read(url); }
  async #read(url) {
    const answer = await network(url, { headers: { accept: 'text/event-stream' } });
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream()))
      for (const data of chunk.matchAll(/^data: (.*)$/gm)) this.dispatchEvent(new MessageEvent('message', { data: data[1] }));
  }
  close() { this.readyState = 2; }
};

let changed = () => {};
OpenFeature.addHandler(ProviderEvents.ConfigurationChanged, () => changed());
const provider = new OFREPWebProvider({ baseUrl, headers: [['Authorization', `Bearer ${token}`]], cacheMode: 'disabled', pollInterval: 0 });
await OpenFeature.setContext({ targetingKey: 'page-1' });
await OpenFeature.setProviderAndWait(provider);
const client = OpenFeature.getClient();
for await (const line of createInterface({ input: process.stdin })) {
  const { flag, fallback, until } = JSON.parse(line);
  const soon = Date.now() + 120000;
  while (until !== undefined && client.getBooleanValue(flag, fallback) !== until && Date.now() < soon)
    await new Promise(done => { changed = done; setTimeout(done, 1000); });
  console.log(JSON.stringify({ ...client.getBooleanDetails(flag, fallback), statuses }));
}
process.exit(0);
