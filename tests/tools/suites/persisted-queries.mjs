// Automatic persisted queries, by the links and exchanges of the clients themselves; what they really send is looked at on the way.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core/index.js';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries/index.js';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

export async function persistedQueries(counter, service) {
  for (const [name, clientOf] of Object.entries({ Apollo: apolloOf, urql: urqlOf })) {
    const document = `query ${name}Seen($first: Int!) { apiTokens(first: $first) { nodes { id name } } }`;
    await counter.check(`${name}: a hash, then hash and text, then hashes alone`, async () => {
      const sent = [];
      const client = clientOf(service, sent);
      for (let time = 0; time < 2; time++) assert.equal((await client.query(document, { first: 1 })).apiTokens.nodes.length, 1);
      assert.deepEqual(sent.map(({ text }) => text), [false, true, false]);
      assert.ok(sent.every(({ hash }) => hash));
    });
    await counter.check(`${name}: another client needs no text`, async () => {
      const sent = [];
      await clientOf(service, sent).query(document, { first: 1 });
      assert.deepEqual(sent.map(({ text, method }) => [text, method]), [[false, 'POST']]);
    });
    await counter.check(`${name}: the hash by GET`, async () => {
      const sent = [];
      await clientOf(service, sent, { get: true }).query(document, { first: 1 });
      assert.deepEqual(sent.map(({ text, method }) => [text, method]), [[false, 'GET']]);
    });
    await counter.check(`${name}: a mutation by its hash`, async () => {
      const sent = [];
      const client = clientOf(service, sent);
      const mutation = `mutation ${name}Made($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { name } } }`;
      for (const title of ['first', 'second']) assert.equal((await client.mutate(mutation, { input: { name: `${name} ${title}` } })).createAPIToken.token.name, `${name} ${title}`);
      assert.deepEqual(sent.map(({ text }) => text), [false, true, false]);
    });
    await counter.check(`${name}: a document that is not valid is an error, and is sent anew each time`, async () => {
      const sent = [];
      const client = clientOf(service, sent);
      for (let time = 0; time < 2; time++) await assert.rejects(client.query(`query ${name}Bad { nothing }`, {}), /Cannot query field/);
      assert.deepEqual(sent.map(({ text }) => text), [false, true, false, true]);
    });
  }
}

// What a request says of its document.
function recording(sent) {
  return async (input, init) => {
    const parameters = init.method === 'GET' ? Object.fromEntries(new URL(input).searchParams) : JSON.parse(init.body);
    const extensions = typeof parameters.extensions === 'string' ? JSON.parse(parameters.extensions) : parameters.extensions;
    sent.push({ method: init.method, text: Boolean(parameters.query), hash: Boolean(extensions?.persistedQuery?.sha256Hash) });
    return fetch(input, init);
  };
}

function apolloOf(service, sent, { get = false } = {}) {
  const link = new PersistedQueryLink({ sha256, useGETForHashedQueries: get }).concat(new HttpLink({ uri: service.url, headers: service.headers, fetch: recording(sent) }));
  const client = new ApolloClient({ link, cache: new InMemoryCache(), defaultOptions: { query: { fetchPolicy: 'no-cache' } } });
  return {
    query: async (document, variables) => (await client.query({ query: gql(document), variables })).data,
    mutate: async (document, variables) => (await client.mutate({ mutation: gql(document), variables, fetchPolicy: 'no-cache' })).data,
  };
}

function urqlOf(service, sent, { get = false } = {}) {
  const client = new Client({
    url: service.url,
    exchanges: [persistedExchange({ generateHash: async (text) => sha256(text), enableForMutation: true, preferGetForPersistedQueries: get ? 'force' : false }), fetchExchange],
    fetchOptions: { headers: service.headers },
    fetch: recording(sent),
  });
  const dataOf = ({ data, error }) => {
    if (error) throw error;
    return data;
  };
  return {
    query: async (document, variables) => dataOf(await client.query(document, variables).toPromise()),
    mutate: async (document, variables) => dataOf(await client.mutation(document, variables).toPromise()),
  };
}
