// Random documents, and schemas, beside the reference implementation. The build's seed stays the same, so that only a change can fail it;
// `node fuzz.mjs` and `node fuzz-schemas.mjs` in the folder above go on to new ones.
import assert from 'node:assert/strict';
import { fuzz } from '../fuzz.mjs';
import { fuzzSchemas } from '../fuzz-schemas.mjs';

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
  await counter.check(`seed ${seed}: schemas as the reference judges them`, async () => {
    const { seen, differences } = await fuzzSchemas(dll, { seed, rounds, log: () => {} });
    assert.deepEqual(differences, []);
    assert.ok((seen.valid > 0 && seen.invalid > 0) || rounds < share, 'all of one kind');
  });
}
