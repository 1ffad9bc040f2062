// Waits for the server's own ping, answers it as graphql-ws does, and prints "answered": node keep-alive.mjs <http url>
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const client = createClient({
  url: process.argv[2].replace(/^http/, 'ws'),
  webSocketImpl: WebSocket,
  lazy: false,
  retryAttempts: 0,
  onNonLazyError: () => process.exit(1),
  on: {
    pong: (received) => {
      if (received) return;
      console.log('answered');
      client.dispose();
    },
  },
});
