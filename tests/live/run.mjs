// The live transports, driven by the clients that people use: node run.mjs <http url>
// Prints each check and a count; exit code 0 when every one passes, 1 when one does not, 2 when it cannot start.
import assert from 'node:assert/strict';
import { createClient as createSse } from 'graphql-sse';
import { createClient as createWs } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2];
if (!url) {
  console.error('usage: node run.mjs <url>');
  process.exit(2);
}

const socketUrl = url.replace(/^http/, 'ws');
const ws = (options = {}) => createWs({ url: socketUrl, webSocketImpl: WebSocket, connectionParams: { key: 'good' }, retryAttempts: 0, ...options });
const sse = (options = {}) => createSse({ url, retryAttempts: 0, ...options });

async function all(client, query, variables) {
  const results = [];
  for await (const result of client.iterate({ query, variables })) results.push(result);
  return results;
}

const numbers = [1, 2, 3, 4, 5].map((count) => ({ data: { count } }));
const subscription = 'subscription ($to: Int!) { count(to: $to) }';

function sharedChecks(name, create) {
  return {
    [`${name}: a query`]: async () => assert.deepEqual(await all(create(), '{ hello }'), [{ data: { hello: 'Hello, world' } }]),
    [`${name}: a mutation`]: async () => assert.deepEqual(await all(create(), 'mutation { hello }'), [{ data: { hello: 'changed' } }]),
    [`${name}: a subscription to its end`]: async () => assert.deepEqual(await all(create(), subscription, { to: 5 }), numbers),
    [`${name}: fifty subscriptions side by side`]: async () => {
      const client = create();
      const streams = await Promise.all(Array.from({ length: 50 }, () => all(client, subscription, { to: 5 })));
      for (const stream of streams) assert.deepEqual(stream, numbers);
    },
    [`${name}: a subscription that its reader leaves, and another one after it`]: async () => {
      const client = create();
      const stream = client.iterate({ query: 'subscription { flood }' });
      await stream.next();
      await stream.return();
      assert.deepEqual(await all(client, subscription, { to: 5 }), numbers);
    },
  };
}

const closing = (options) =>
  new Promise((resolve, reject) => {
    const client = ws({ lazy: false, onNonLazyError: () => {}, on: { closed: (event) => resolve([event.code, event.reason]), error: () => {} }, ...options });
    setTimeout(() => reject(new Error('not closed')), 30000).unref();
    return client;
  });

const init = '{"type":"connection_init","payload":{"key":"good"}}';
const subscribe = (id, query) => JSON.stringify({ id, type: 'subscribe', payload: { query } });

// Sends the messages, each once the one before it was acknowledged, if it is one that is.
const closedAfter = (messages, protocols = ['graphql-transport-ws']) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(socketUrl, protocols);
    const waiting = [...messages];
    const sendNext = () => {
      const message = waiting.shift();
      if (message === undefined) return;
      socket.send(message);
      if (message !== init || waiting[0] === init) sendNext();
    };
    socket.on('open', sendNext);
    socket.on('message', sendNext);
    socket.on('close', (code, reason) => resolve([code, `${reason}`]));
    socket.on('error', reject);
  });

const checks = {
  ...sharedChecks('graphql-ws', ws),
  ...sharedChecks('graphql-sse', sse),
  ...Object.fromEntries(
    // Every code of PROTOCOL.md; by bare messages, since the client itself would break no rule.
    Object.entries({
      '4400, no JSON': [['nonsense'], 4400, 'Invalid message: not JSON'],
      '4400, a type that no client sends': [[init, '{"type":"next","id":"1","payload":{}}'], 4400, 'Invalid message: no client sends the type next'],
      '4400, no id': [[init, '{"type":"complete"}'], 4400, 'Invalid message: complete needs an id'],
      '4401': [[subscribe('1', '{ hello }')], 4401, 'Unauthorized'],
      '4403': [['{"type":"connection_init","payload":{"key":"bad"}}'], 4403, 'Bad credential'],
      '4406': [[], 4406, 'Subprotocol not acceptable', []],
      '4408': [[], 4408, 'Connection initialisation timeout'],
      '4409': [[init, subscribe('1', 'subscription { events }'), subscribe('1', 'subscription { events }')], 4409, 'Subscriber for 1 already exists'],
      '4429': [[init, init], 4429, 'Too many initialisation requests'],
      '4500': [['{"type":"connection_init","payload":{"key":"broken"}}'], 4500, 'Internal server error'],
    }).map(([name, [messages, code, reason, protocols]]) => [
      `ws: closes with ${name}`,
      async () => assert.deepEqual(await closedAfter(messages, protocols), [code, reason]),
    ]),
  ),
  'graphql-ws: a request error': () =>
    assert.rejects(all(ws(), '{ nothing }'), (errors) => errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED'),
  'graphql-ws: a source that refuses': () => assert.rejects(all(ws(), 'subscription { refused }'), (errors) => errors[0].extensions.code === 'NOT_YOU'),
  'graphql-ws: the caller of its connection': async () => assert.deepEqual(await all(ws(), '{ caller }'), [{ data: { caller: 'good' } }]),
  'graphql-ws: a refused connection': async () =>
    assert.deepEqual(await closing({ connectionParams: { key: 'bad' } }), [4403, 'Bad credential']),
  'graphql-ws: no credential at all': async () => assert.deepEqual(await closing({ connectionParams: undefined }), [4403, 'No credential']),
  'graphql-ws: its own keep-alive is answered': () =>
    new Promise((resolve, reject) => {
      const client = ws({
        lazy: false,
        keepAlive: 20,
        on: {
          pong: (received) => {
            if (!received) return;
            client.dispose();
            resolve();
          },
          error: reject,
        },
      });
    }),
  'graphql-ws: leaves with a normal closure': () =>
    new Promise((resolve, reject) => {
      const client = ws({
        lazy: false,
        on: { connected: () => client.dispose(), closed: (event) => (event.code === 1000 ? resolve() : reject(new Error(`${event.code}`))) },
      });
    }),
  'graphql-sse: a request error within the stream': async () => {
    const [result] = await all(sse(), '{ nothing }');
    assert.equal(result.errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
  },
  'graphql-sse: a malformed request is refused': () => assert.rejects(all(sse({ fetchFn: (input, init) => fetch(input, { ...init, body: '{' }) }), '{ hello }')),
};

let passed = 0;
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    passed++;
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    console.log(`failed  ${name}: ${error?.message ?? JSON.stringify(error)}`);
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
