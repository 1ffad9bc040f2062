// Random documents beside the reference implementation. The build's seed stays the same, so that only a change can fail it;
// `node fuzz.mjs` in the folder above goes on to new ones.
import assert from 'node:assert/strict';
import { fuzz } from '../fuzz.mjs';

const share = 250;

export async function random(counter, dll) {
  const seed = Number(process.env.FUZZ_SEED || 202509);
  const rounds = Number(process.env.FUZZ_ROUNDS || 1000);
  console.log(`FUZZ_SEED=${seed} FUZZ_ROUNDS=${rounds}`);
  for (let done = 0; done < rounds; done += share) {
    await counter.check(`seed ${seed + done}: as the reference answers`, async () => {
      const { seen, differences } = await fuzz(dll, { seed: seed + done, rounds: Math.min(share, rounds - done), log: () => {} });
      assert.deepEqual(differences, []);
      // A generator that makes only one kind of document would prove little.
      for (const phase of ['parse', 'validate', 'execute', 'data']) assert.ok(seen[phase] > 0 || rounds < share, `no document came as far as: ${phase}`);
    });
  }
}
