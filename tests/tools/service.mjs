// The built service, started on an empty store in a folder of its own and a free port of this machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const patience = 60_000;

export class Service {
  #process;
  #folder;

  /**
   * @param settings more environment variables, e.g. `{ Access__PublicIntrospection: 'true' }`.
   * @returns the service, once it listens, with its `address`, the `url` of its GraphQL and the root token as `key`.
   */
  static async start(dll, settings = {}) {
    const service = new Service();
    service.#folder = await mkdtemp(join(tmpdir(), 'graphql-tokens-'));
    const tokenFile = join(service.#folder, 'root-token');
    service.#process = spawn('dotnet', [dll], {
      cwd: service.#folder,
      env: { ...process.env, Store__Path: join(service.#folder, 'tokens.db'), Bootstrap__TokenFile: tokenFile, ASPNETCORE_URLS: 'http://127.0.0.1:0', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      service.address = await service.#address();
      service.url = `${service.address}/graphql`;
      service.key = (await readFile(tokenFile, 'utf8')).trim();
    } catch (error) {
      await service.end();
      throw error;
    }
    return service;
  }

  get pid() {
    return this.#process.pid;
  }

  get headers() {
    return { 'X-API-Key': this.key };
  }

  /** The answer to a request as the specification's transport gives it; throws unless the status is 200. */
  async post(query, variables) {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { ...this.headers, 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`status ${response.status}: ${text}`);
    return JSON.parse(text);
  }

  async end() {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      const late = setTimeout(() => this.#process.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(late);
    }
    await rm(this.#folder, { recursive: true, force: true });
  }

  // From the log: the port is the system's choice.
  async #address() {
    const giveUp = setTimeout(() => this.#process.kill('SIGKILL'), patience);
    const lines = createInterface({ input: this.#process.stdout });
    const log = [];
    try {
      return await new Promise((resolve, reject) => {
        lines.on('line', (line) => {
          log.push(line);
          const address = line.match(/Now listening on: (http:\/\/[^"\s]+)/)?.[1];
          if (address) resolve(address);
        });
        this.#process.on('exit', (code) => reject(new Error(`the service ended with ${code}:\n${log.join('\n')}`)));
      });
    } finally {
      clearTimeout(giveUp);
    }
  }
}
