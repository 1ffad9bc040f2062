// Attacks by connections: whoever keeps them open, whoever never finishes. Each answers how many the server ended, and with which statuses.
import { exchange, head, statusOf } from './wire.mjs';

const each = async (times, run) => {
  const results = await Promise.all(Array.from({ length: times }, run));
  const statuses = [...new Set(results.map(({ answer }) => statusOf(answer)))].filter((status) => status !== 0).sort();
  return { ended: results.filter(({ isClosed }) => isClosed).length, of: times, statuses };
};

export const connectionAttacks = [
  // Kestrel asks for 240 bytes a second after 5 seconds; every other body that comes so slowly is cut off.
  ['20 bodies of 10 bytes a second', (url, key) => each(20, () => exchange(url, (socket) => {
    socket.write(head(url.pathname, ['Content-Length: 10000'], key));
    const drip = setInterval(() => socket.write('x'), 100);
    socket.on('close', () => clearInterval(drip));
  }, { wait: 20_000 })), { seconds: 20 }],
  ['500 sockets with half a request line', (url) => each(500, () => exchange(url, (socket) => socket.write('POST /gra'), { wait: 20_000 })), { seconds: 20 }],
  ['500 sockets with half a head', (url, key) => each(500, () => exchange(url, (socket) => socket.write(head(url.pathname, [], key).slice(0, -4)), { wait: 20_000 })), { seconds: 20 }],
  ['a body without an end, in chunks', (url, key) => each(1, () => exchange(url, (socket) => {
    socket.write(head(url.pathname, ['Transfer-Encoding: chunked'], key));
    const more = () => {
      while (!socket.destroyed && socket.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`));
      if (!socket.destroyed) socket.once('drain', more);
    };
    more();
  }, { wait: 20_000 })), { seconds: 20 }],
  ['200 headers of 1 KB', (url, key) => each(1, () => exchange(url, (socket) => socket.write(
    head(url.pathname, Array.from({ length: 200 }, (_, index) => `X-Filler-${index}: ${'x'.repeat(1_000)}`), key)))), { seconds: 10 }],
  ['200 WebSockets that say nothing', (url) => each(200, () => exchange(url, (socket) => socket.write([
    `GET ${url.pathname} HTTP/1.1`, 'Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Protocol: graphql-transport-ws', '', '',
  ].join('\r\n')), { wait: 20_000 })), { seconds: 20 }],
];
