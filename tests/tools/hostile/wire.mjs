// Bytes on sockets, for what no HTTP client would send.
import { connect } from 'node:net';

/** Writes text and hears what comes back, for at most so long: `{ answer, isClosed }`, closed meaning by the server. */
export function exchange({ hostname, port }, write, { wait = 10_000 } = {}) {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port });
    let answer = '';
    const end = (isClosed) => {
      clearTimeout(patience);
      socket.destroy();
      resolve({ answer, isClosed });
    };
    const patience = setTimeout(() => end(false), wait);
    socket.on('connect', () => write(socket));
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    // What the server has sent is still read after our own writing has failed.
    socket.on('error', () => {});
    socket.on('close', () => end(true));
  });
}

export const statusOf = (answer) => Number(answer.match(/^HTTP\/1\.1 (\d{3})/)?.[1] ?? 0);

export const codeOf = (answer) => answer.match(/"code":"([A-Z_]+)"/)?.[1];

/** A POST's head, with the key where there is one. */
export const head = (path, headers, key) =>
  [`POST ${path} HTTP/1.1`, 'Host: localhost', 'Content-Type: application/json', ...(key ? [`X-API-Key: ${key}`] : []), ...headers, '', ''].join('\r\n');
