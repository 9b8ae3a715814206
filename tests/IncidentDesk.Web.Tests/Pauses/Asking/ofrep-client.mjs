// Asks the desk as a job would, through the published OpenFeature client; writes one line of JSON for each question.
import { createInterface } from 'node:readline';
import { OpenFeature } from '@openfeature/server-sdk';
import { OFREPProvider } from '@openfeature/ofrep-provider';

const [baseUrl, token] = process.argv.slice(2);
await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl, headers: [['Authorization', `Bearer ${token}`]], timeoutMs: 60000 }));
const client = OpenFeature.getClient();
for await (const line of createInterface({ input: process.stdin })) {
  const { flag, whole, fallback, context } = JSON.parse(line);
  const asked = whole ? await client.getObjectDetails(flag, fallback, context) : await client.getBooleanDetails(flag, fallback, context);
  console.log(JSON.stringify(asked));
}
