// urql's core as programs use it: queries with variables, GET, mutations, errors with their path, refused keys.
import assert from 'node:assert/strict';
import { cacheExchange, Client, fetchExchange, gql } from '@urql/core';
import { MakeToken, TokenPage } from './documents.mjs';

export async function urql(counter, service) {
  const clientWith = (headers, options = {}) => new Client({ url: service.url, exchanges: [cacheExchange, fetchExchange], fetchOptions: { headers }, preferGetMethod: false, ...options });
  const client = clientWith(service.headers);

  await counter.check('a mutation', async () => {
    const { data, error } = await client.mutation(MakeToken, { input: { name: 'urql', permissions: ['AlertRead'] } }).toPromise();
    assert.equal(error, undefined);
    assert.match(data.createAPIToken.token.value, /^gqt_/);
  });
  await counter.check('a query with variables', async () => {
    const { data, error } = await client.query(TokenPage, { first: 5, where: { nameContains: 'URQL' }, order: [{ name: 'ASC' }] }).toPromise();
    assert.equal(error, undefined);
    assert.deepEqual(data.apiTokens.edges.map(({ node }) => node.name), ['urql']);
  });
  await counter.check('the same query over GET', async () => {
    const { data, error } = await clientWith(service.headers, { preferGetMethod: 'force' }).query(TokenPage, { first: 5, where: { nameContains: 'urql' } }).toPromise();
    assert.equal(error, undefined);
    assert.equal(data.apiTokens.totalCount, 1);
  });
  await counter.check('a field error, with its path', async () => {
    const { data, error } = await client.mutation(gql`mutation ($input: CreateAPITokenInput!) { made: createAPIToken(input: $input) { token { id } } }`, { input: { name: '' } }).toPromise();
    assert.equal(data?.made ?? null, null);
    assert.equal(error.networkError, undefined);
    assert.deepEqual(error.graphQLErrors[0].path, ['made']);
    assert.equal(error.graphQLErrors[0].extensions.code, 'INVALID_INPUT');
  });
  await counter.check('an invalid document is an error of the query, not of the network', async () => {
    const { error } = await client.query(gql`{ nothing }`, {}).toPromise();
    assert.equal(error.networkError, undefined);
    assert.equal(error.graphQLErrors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
  });
  await counter.check('a refused key is an error of the network, with status 401', async () => {
    const { data, error } = await clientWith({ 'X-API-Key': 'gqt_nobody' }).query(TokenPage, { first: 1 }).toPromise();
    assert.equal(data, undefined);
    assert.equal(error.response.status, 401);
    assert.ok(error.networkError);
  });
}
