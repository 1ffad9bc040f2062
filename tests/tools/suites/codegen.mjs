// @graphql-codegen on the live schema with the samples and documents of our own, and the TypeScript compiler, at its strictest, on what it writes and on a program that uses it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { generate } from '@graphql-codegen/cli';

const folder = new URL('../', import.meta.url).pathname;

export async function codegen(counter, service) {
  await rm(`${folder}generated`, { recursive: true, force: true });
  const common = { schema: [{ [service.url]: { headers: service.headers, oneOf: true, inputValueDeprecation: true } }], documents: [`${folder}documents/*.graphql`, `${folder}../../samples/*.graphql`], silent: true, cwd: folder };
  await counter.check('typescript and typescript-operations', async () => {
    await generate({ ...common, generates: {
      [`${folder}generated/types.ts`]: { plugins: ['typescript'] },
      [`${folder}generated/operations.ts`]: { plugins: ['typescript-operations'] },
    } }, true);
    assert.match(await readFile(`${folder}generated/operations.ts`, 'utf8'), /export type TokenPageQuery\b[\s\S]*export type WhoAmIQuery\b|export type WhoAmIQuery\b[\s\S]*export type TokenPageQuery\b/);
  });
  await counter.check('client-preset', async () => {
    const documents = [...common.documents, `${folder}typed/*.ts`];
    await generate({ ...common, documents, generates: { [`${folder}generated/client/`]: { preset: 'client' } } }, true);
    assert.match(await readFile(`${folder}generated/client/graphql.ts`, 'utf8'), /TokenRowFragmentDoc/);
  });
  await counter.check('tsc --strict takes both, and a program that uses them', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${folder}node_modules/typescript/bin/tsc`, '-p', folder], { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
  });
}
