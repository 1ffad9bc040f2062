// Opens many subscriptions at once on the service, half by graphql-ws and half by graphql-sse, each on a connection of its own:
//   node thousand.mjs <service url> <key that may create tokens> <how many>
// Prints "open <ms>" once all are connected, "told <ms>" once all have heard of a change, and "closed". Exit code 1 where one hears it twice.
import { createClient as createSse } from 'graphql-sse';
import { createClient as createWs } from 'graphql-ws';
import WebSocket from 'ws';

const [url, rootKey, count] = [`${process.argv[2]}/graphql`, process.argv[3], Number(process.argv[4])];
const perKey = 20;

async function ask(query) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-Key': rootKey },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const create = async (name) =>
  (await ask(`mutation { createAPIToken(input: { name: "${name}", permissions: [OrganizationAPITokenRead] }) { token { value } } }`)).createAPIToken.token.value;

// One heard() is called for each change that one of the streams tells of.
const streams = [];
async function follow(client) {
  const stream = { names: [], heard: () => {} };
  streams.push(stream);
  for await (const { data, errors } of client.iterate({ query: 'subscription { apiTokenChanged { token { name } } }' })) {
    if (errors) throw new Error(JSON.stringify(errors));
    stream.names.push(data.apiTokenChanged.token.name);
    stream.heard();
  }
}

const whenAll = (has) =>
  new Promise((resolve) => {
    let missing = 0;
    for (const stream of streams) {
      if (has(stream)) continue;
      missing++;
      stream.heard = () => {
        if (!has(stream)) return;
        stream.heard = () => {};
        if (--missing === 0) resolve();
      };
    }
    if (missing === 0) resolve();
  });

const keys = [];
for (let each = 0; each < count; each += perKey) keys.push(await create(`reader ${each}`));

const connected = [];
const began = performance.now();
const clients = Array.from({ length: count }, (_, each) => {
  const key = keys[Math.floor(each / perKey)];
  return each % 2 === 0
    ? createWs({ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket, connectionParams: { apiKey: key }, on: { connected: () => connected[each]() } })
    : createSse({ url, headers: { 'X-API-Key': key }, on: { connected: () => connected[each]() } });
});
const fail = (error) => {
  console.error(error.code ?? error, error.reason ?? '');
  process.exit(1);
};

// A few at a time: this one process is slower to open them than the service, which waits 3 seconds for each.
for (let first = 0; first < count; first += perKey) {
  const batch = clients.slice(first, first + perKey);
  const opened = batch.map((_, each) => new Promise((resolve) => (connected[first + each] = resolve)));
  for (const client of batch) follow(client).catch(fail);
  await Promise.all(opened);
}

console.log(`open ${Math.round(performance.now() - began)}`);

// A connection is not yet a subscription: a change now and then, until everybody has begun to hear them, and one more, until nobody is behind.
let isHeard = false;
const heard = whenAll((stream) => stream.names.length > 0);
heard.then(() => (isHeard = true));
while (!isHeard) {
  await create('probe');
  await Promise.race([heard, new Promise((go) => setTimeout(go, 10_000))]);
}
const settled = whenAll((stream) => stream.names.includes('settled'));
await create('settled');
await settled;

const told = whenAll((stream) => stream.names.includes('told'));
const asked = performance.now();
await create('told');
await told;
console.log(`told ${Math.round(performance.now() - asked)}`);

const twice = streams.filter(({ names }) => names.filter((name) => name === 'told').length !== 1).length;
for (const client of clients) client.dispose();
console.log('closed');
process.exit(twice === 0 && streams.length === count ? 0 : 1);
