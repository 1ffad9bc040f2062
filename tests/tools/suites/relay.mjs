// relay-compiler on the live schema: a pagination fragment, a refetchable one, a mutation; and the documents that it writes, answered by the service.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';

const folder = new URL('../', import.meta.url).pathname;
const output = `${folder}generated/relay`;

export async function relay(counter, service) {
  await rm(output, { recursive: true, force: true });
  await mkdir(`${output}/artifacts`, { recursive: true });
  const { data } = await service.post(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true, specifiedByUrl: true }));
  await writeFile(`${output}/schema.graphql`, printSchema(buildClientSchema(data)));
  await writeFile(`${output}/relay.config.json`, JSON.stringify({
    root: folder, sources: { relay: 'tokens' }, excludes: [],
    projects: { tokens: { schema: 'generated/relay/schema.graphql', language: 'typescript', output: 'generated/relay/artifacts' } },
  }));

  await counter.check('relay-compiler takes the schema and the fragments', () => {
    const compiler = spawnSync(process.execPath, [`${folder}node_modules/relay-compiler/cli.js`, `${output}/relay.config.json`], { cwd: folder, encoding: 'utf8' });
    assert.equal(compiler.status, 0, compiler.stdout + compiler.stderr);
  });

  const first = {};
  await counter.check('the first page', async () => {
    const answer = await service.post(await textOf('TokenListQuery'), { count: 1 });
    assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
    Object.assign(first, answer.data.apiTokens);
    assert.equal(first.edges.length, 1);
    assert.equal(first.pageInfo.hasNextPage, true);
  });
  await counter.check('the next page', async () => {
    const answer = await service.post(await textOf('TokenListPaginationQuery'), { count: 1, cursor: first.pageInfo.endCursor });
    assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
    assert.notEqual(answer.data.apiTokens.edges[0].node.id, first.edges[0].node.id);
  });
  await counter.check('a node again by its id', async () => {
    const { id, name } = first.edges[0].node;
    const answer = await service.post(await textOf('TokenListItemRefetchQuery'), { id });
    assert.equal(answer.data.node.name, name);
  });
}

async function textOf(operation) {
  const artifact = await readFile(`${output}/artifacts/${operation}.graphql.ts`, 'utf8');
  return JSON.parse(artifact.match(/"text": ("(?:[^"\\]|\\.)*")/)[1]);
}
