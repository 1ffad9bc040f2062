// Follows `events` with both clients through a restart of the server: node reconnect.mjs <http url>
// Prints "<client> <event>" for each event, and "<client> again" when it has connected anew. Ends once both have seen an event after that.
import { createClient as createSse } from 'graphql-sse';
import { createClient as createWs } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2];
const again = { 'graphql-ws': false, 'graphql-sse': false };
const connected = (name, isRetry) => {
  if (!isRetry) return;
  again[name] = true;
  console.log(`${name} again`);
};
// The delay that both have by default would double for each attempt.
const patience = { retryAttempts: 600, retryWait: () => new Promise((go) => setTimeout(go, 100)), retry: () => new Promise((go) => setTimeout(go, 100)) };
const clients = {
  'graphql-ws': createWs({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    ...patience,
    // No balancer stands in front: for a moment nobody listens at all, which the client would take for final.
    shouldRetry: () => true,
    on: { connected: (_socket, _payload, isRetry) => connected('graphql-ws', isRetry), closed: ({ code, reason }) => console.log(`graphql-ws closed ${code} ${reason}`) },
  }),
  'graphql-sse': createSse({ url, ...patience, on: { connected: (isRetry) => connected('graphql-sse', isRetry) } }),
};

await Promise.all(
  Object.entries(clients).map(async ([name, client]) => {
    for await (const { data } of client.iterate({ query: 'subscription { events }' })) {
      console.log(`${name} ${data.events}`);
      if (again[name]) break;
    }
  }),
);
process.exit(0);
