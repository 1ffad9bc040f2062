// A client of the gateway, from an address of its own: all of 127.0.0.0/8 is this machine.
import { once } from 'node:events';
import { request as send } from 'node:http';

const patience = 10_000;

/**
 * @param options `method`, `path`, `headers` (an array of names and values in turn, sent as they are), `body`, `from`, `agent`.
 * @returns `{ status, headers, body }`; after an upgrade `socket` too.
 */
export async function ask(port, { method = 'GET', path = '/orders/1', headers = [], body, from = '127.0.0.2', agent = false } = {}) {
  const request = send({ port, host: '127.0.0.1', localAddress: from, method, path, headers: ['Host', 'gateway', ...headers], agent, setHost: false, signal: AbortSignal.timeout(patience) });
  request.end(body);
  const upgraded = once(request, 'upgrade').then(([response, socket]) => ({ status: response.statusCode, headers: response.headers, socket }));
  const answered = once(request, 'response').then(async ([response]) => {
    let text = '';
    for await (const part of response) text += part;
    return { status: response.statusCode, headers: response.headers, body: text, socket: response.socket };
  });
  // Whichever event comes, the other wait is given up with the request.
  upgraded.catch(() => {});
  return Promise.race([answered, upgraded]);
}
