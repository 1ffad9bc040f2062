// A service under attack: what an attack cost it, and whether it answers as before.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

// Generous: machines are noisy, and a garbage collector gives memory back when it likes.
const mostSeconds = 5;
const mostMegabytes = 80;
const normalSeconds = 3;

/** Runs an attack and answers a row of the table. */
export async function measured(service, run, { seconds = mostSeconds } = {}) {
  const before = await memoryOf(service);
  const started = performance.now();
  const result = await run();
  const taken = (performance.now() - started) / 1000;
  await assertAnswers(service);
  const after = await memoryOf(service);
  assert.ok(taken <= seconds, `it took ${taken.toFixed(1)} s; at most ${seconds} s are allowed`);
  assert.ok(after - before <= mostMegabytes, `memory went from ${before} MB to ${after} MB; at most ${mostMegabytes} MB more are allowed`);
  return { result, taken, before, after };
}

async function assertAnswers(service) {
  const started = performance.now();
  const { data, errors } = await service.post('{ viewer { address } }');
  assert.equal(errors, undefined);
  assert.equal(data.viewer.address, '127.0.0.1');
  assert.ok(performance.now() - started < normalSeconds * 1000, 'an ordinary request took too long right after');
}

/** Megabytes in memory, as the kernel counts them. */
async function memoryOf(service) {
  return Math.round(Number((await readFile(`/proc/${service.pid}/status`, 'utf8')).match(/VmRSS:\s+(\d+) kB/)[1]) / 1024);
}
