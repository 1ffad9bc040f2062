// Manifests that graphql-codegen's client preset and relay-compiler write, and a service that executes nothing else; asked by clients that run what the generator wrote.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client/core/index.js';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries/index.js';
import { generate } from '@graphql-codegen/cli';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';
import ts from 'typescript';

const folder = new URL('../', import.meta.url).pathname;
const output = `${folder}generated/trusted`;
const hashOf = (document) => document.__meta__.hash;

/** @param start starts another service with settings */
export async function trustedDocuments(counter, service, start) {
  await rm(output, { recursive: true, force: true });
  await mkdir(`${output}/manifests`, { recursive: true });
  const { data } = await service.post(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true, specifiedByUrl: true }));
  await writeFile(`${output}/schema.graphql`, printSchema(buildClientSchema(data)));

  let web;
  let relay;
  await counter.check('client-preset writes its documents and their manifest', async () => {
    await generate({
      schema: `${output}/schema.graphql`, documents: [`${folder}documents/*.graphql`], silent: true, cwd: folder,
      generates: { [`${output}/client/`]: { preset: 'client', presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' } } } },
    }, true);
    web = await manifest(`${output}/client/persisted-documents.json`, 'web.json');
    assert.equal(Object.keys(web).length, 5);
  });
  await counter.check('relay-compiler writes a manifest', async () => {
    await writeFile(`${output}/relay.config.json`, JSON.stringify({
      root: folder, sources: { relay: 'tokens' }, excludes: [],
      projects: { tokens: { schema: 'generated/trusted/schema.graphql', language: 'typescript', output: 'generated/trusted/artifacts', persist: { file: 'generated/trusted/relay.json', algorithm: 'MD5' } } },
    }));
    await mkdir(`${output}/artifacts`, { recursive: true });
    await writeFile(`${output}/relay.json`, '{}');
    const compiler = spawnSync(process.execPath, [`${folder}node_modules/relay-compiler/cli.js`, `${output}/relay.config.json`], { cwd: folder, encoding: 'utf8' });
    assert.equal(compiler.status, 0, compiler.stdout + compiler.stderr);
    relay = await manifest(`${output}/relay.json`, 'relay.json');
    assert.ok(Object.keys(relay).length >= 3);
  });

  const trusting = await start({ Documents__Trusted: `${output}/manifests`, Documents__TrustedOnly: 'true', Playground__Enabled: 'false' });
  try {
    await answered(counter, trusting, { web, relay });
    await clients(counter, trusting, await documentsOf(`${output}/client/graphql.ts`));
    await refused(counter, trusting, Object.values(web)[0]);
  } finally {
    await trusting.end();
  }
}

async function answered(counter, service, manifests) {
  for (const [name, documents] of Object.entries(manifests)) {
    await counter.check(`${name}: every identifier is known, by POST and by GET`, async () => {
      for (const [documentId, text] of Object.entries(documents)) {
        const bodies = [await post(service, { documentId }), await get(service, { documentId })];
        // Without variables most are refused, which is farther than an unknown one comes; mutations are none of a GET's.
        for (const { errors } of bodies) assert.ok(!errors || ['BAD_USER_INPUT', 'METHOD_NOT_ALLOWED'].includes(errors[0].extensions.code), `${JSON.stringify(errors)} for ${text}`);
      }
    });
  }
}

async function clients(counter, service, { MakeTokenDocument, TokenPageDocument }) {
  const apollo = new ApolloClient({
    link: new PersistedQueryLink({ generateHash: hashOf }).concat(new HttpLink({ uri: service.url, headers: service.headers })),
    cache: new InMemoryCache(),
    // The documents are as they were written, without the type names that the cache would go by.
    defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
  });
  await counter.check('Apollo Client runs the generated documents by their hashes', async () => {
    const made = await apollo.mutate({ mutation: MakeTokenDocument, variables: { input: { name: 'trusted' } } });
    assert.equal(made.data.createAPIToken.token.name, 'trusted');
    const page = await apollo.query({ query: TokenPageDocument, variables: { first: 5, where: { nameContains: 'trusted' } } });
    assert.equal(page.data.apiTokens.totalCount, 1);
  });
  await counter.check('Apollo Client is told about any other document, and does not try again', async () => {
    const other = gql`query Other { viewer { address } }`;
    await assert.rejects(
      new ApolloClient({ link: new PersistedQueryLink({ generateHash: () => 'f'.repeat(64) }).concat(new HttpLink({ uri: service.url, headers: service.headers })), cache: new InMemoryCache() }).query({ query: other }),
      (error) => CombinedGraphQLErrors.is(error) && error.errors[0].extensions.code === 'DOCUMENT_NOT_TRUSTED');
  });
  await counter.check('urql runs the generated documents by their hashes', async () => {
    const urql = new Client({
      url: service.url, preferGetMethod: false, fetchOptions: { headers: service.headers },
      exchanges: [persistedExchange({ enforcePersistedQueries: true, enableForMutation: true, generateHash: async (_, document) => hashOf(document) }), fetchExchange],
    });
    const { data, error } = await urql.query(TokenPageDocument, { first: 5, where: { nameContains: 'trusted' } }).toPromise();
    assert.equal(error, undefined);
    assert.equal(data.apiTokens.totalCount, 1);
  });
}

async function refused(counter, service, trusted) {
  for (const [name, query] of Object.entries({ 'a text': '{ viewer { address } }', 'the text of a trusted document': trusted, introspection: getIntrospectionQuery() })) {
    await counter.check(`refuses ${name}`, async () => assert.equal((await post(service, { query })).errors[0].extensions.code, 'DOCUMENT_NOT_TRUSTED'));
  }
}

async function manifest(from, name) {
  const text = await readFile(from, 'utf8');
  await writeFile(`${output}/manifests/${name}`, text);
  return JSON.parse(text);
}

// What the generator wrote, as a program gets it from its own build.
async function documentsOf(file) {
  const { outputText } = ts.transpileModule(await readFile(file, 'utf8'), { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } });
  await writeFile(`${output}/documents.mjs`, outputText);
  return import(`${output}/documents.mjs`);
}

async function post(service, body) {
  const response = await fetch(service.url, { method: 'POST', headers: { ...service.headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return response.json();
}

async function get(service, parameters) {
  const response = await fetch(`${service.url}?${new URLSearchParams(parameters)}`, { headers: service.headers });
  return response.json();
}
