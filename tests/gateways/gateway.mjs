// A real gateway, started in the foreground on samples/gateways: the very files, with their addresses replaced and nothing else.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sample = (name) => readFile(fileURLToPath(new URL(`../../samples/gateways/${name}`, import.meta.url)), 'utf8');
const patience = 10_000;

/** Replaces each text by another; one that is not there at all is a sample that has changed, and a test that tests nothing. */
function replaced(text, replacements) {
  for (const [old, other] of Object.entries(replacements)) {
    if (!text.includes(old)) throw new Error(`the sample has no '${old}'`);
    text = text.replaceAll(old, other);
  }
  return text;
}

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export class Gateway {
  #process;
  #folder;
  /** What the gateway has said so far. */
  log = '';

  /**
   * @param tokens the token service's host and port.
   * @param upstream the port of the service behind.
   * @param changes further replacements in the sample, for tests of what goes wrong.
   */
  static nginx(tokens, upstream, { configuration: changes = {} } = {}) {
    return Gateway.#start('nginx', async (folder, port) => {
      const site = join(folder, 'site.conf');
      await writeFile(site, replaced(await sample('nginx.conf'), { '127.0.0.1:8080': tokens, '127.0.0.1:9000': `127.0.0.1:${upstream}`, 'listen 8000': `listen 127.0.0.1:${port}`, ...changes }));
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
      const main = join(folder, 'main.conf');
      await writeFile(main, `daemon off; master_process off; pid ${folder}/pid; error_log stderr warn; events {} http { access_log off; ${temporary} include ${site}; }`);
      return ['-p', folder, '-c', main];
    });
  }

  static haproxy(tokens, upstream, { configuration: changes = {}, action: actionChanges = {} } = {}) {
    return Gateway.#start('haproxy', async (folder, port) => {
      const action = join(folder, 'forward-auth.lua');
      await writeFile(action, replaced(await sample('haproxy-forward-auth.lua'), actionChanges));
      const configuration = join(folder, 'haproxy.cfg');
      const places = { '/etc/haproxy/haproxy-forward-auth.lua': action, '127.0.0.1:8080': tokens, '127.0.0.1:9000': `127.0.0.1:${upstream}`, 'bind :8000': `bind 127.0.0.1:${port}` };
      await writeFile(configuration, replaced(await sample('haproxy.cfg'), { ...places, ...changes }));
      return ['-db', '-f', configuration];
    });
  }

  static async #start(program, configure) {
    const gateway = new Gateway();
    gateway.#folder = await mkdtemp(join(tmpdir(), `gateway-${program}-`));
    gateway.port = await freePort();
    const process = spawn(program, await configure(gateway.#folder, gateway.port), { stdio: ['ignore', 'pipe', 'pipe'] });
    gateway.#process = process;
    for (const stream of [process.stdout, process.stderr]) stream.on('data', (text) => (gateway.log += text));
    process.on('error', (error) => (gateway.log += error));
    try {
      await gateway.#listens();
    } catch (error) {
      await gateway.end();
      throw error;
    }
    return gateway;
  }

  async end() {
    if (this.#process.pid !== undefined && this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await ended;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #listens() {
    for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 10))) {
      if (this.#process.pid === undefined || this.#process.exitCode !== null) break;
      const socket = connect(this.port, '127.0.0.1');
      const open = await new Promise((resolve) => socket.once('connect', () => resolve(true)).once('error', () => resolve(false)));
      socket.destroy();
      if (open) return;
    }
    throw new Error(`the gateway does not listen:\n${this.log}`);
  }
}
