// The service behind the gateway: keeps what reached it, and answers with the digest of the body. On an upgrade it echoes bytes.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

// RFC 6455 section 1.3; HAProxy looks whether the answer to a handshake is right.
const webSocketGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export class Upstream {
  /** Each as `{ method, url, headers: [[name, value], ...], digest }`, in the order of arrival. */
  requests = [];
  #server = createServer((request, response) => this.#answer(request, response));

  static async start() {
    const upstream = new Upstream();
    upstream.#server.on('upgrade', (request, socket) => {
      upstream.#keep(request);
      const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${webSocketGuid}`).digest('base64');
      socket.on('error', () => socket.destroy());
      socket.write(`HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
      socket.pipe(socket);
    });
    upstream.#server.listen(0, '127.0.0.1');
    await once(upstream.#server, 'listening');
    upstream.port = upstream.#server.address().port;
    return upstream;
  }

  get last() {
    return this.requests.at(-1);
  }

  end() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request, response) {
    const kept = this.#keep(request);
    const hash = createHash('sha256');
    for await (const part of request) hash.update(part);
    kept.digest = hash.digest('hex');
    response.end(kept.digest);
  }

  #keep(request) {
    const headers = [];
    for (let i = 0; i < request.rawHeaders.length; i += 2) headers.push([request.rawHeaders[i], request.rawHeaders[i + 1]]);
    const kept = { method: request.method, url: request.url, headers };
    this.requests.push(kept);
    return kept;
  }
}
