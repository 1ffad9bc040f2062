// The engine in a process of its own (tests/GraphQLTokens.Engine.TestHost): one JSON line in, one out.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export class Engine {
  #process;
  #lines;
  #complaints = '';

  constructor(dll) {
    this.#process = spawn('dotnet', [dll], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#process.stderr.on('data', (text) => { this.#complaints += text; });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async load(sdl, root) {
    return JSON.parse(await this.#ask(JSON.stringify({ sdl, root })));
  }

  /** Whether it is a valid schema; and where it is, how it is printed, as it stands and sorted. */
  async print(sdl) {
    return JSON.parse(await this.#ask(JSON.stringify({ sdl, print: true })));
  }

  /** The response to a request. `variables` is JSON text, so that numbers arrive as they are written. */
  async answer({ document, variables, operationName }) {
    const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
    return JSON.parse(await this.#ask(`{"document":${JSON.stringify(document)}${variables ? `,"variables":${variables}` : ''}${name}}`));
  }

  async #ask(line) {
    this.#process.stdin.write(`${line}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the engine's process ended\n${this.#complaints}`);
    return value;
  }

  end() {
    this.#process.stdin.end();
    this.#process.kill();
  }
}
