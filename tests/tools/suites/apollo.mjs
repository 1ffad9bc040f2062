// Apollo Client's core as programs use it: queries with variables, pages merged in its cache, mutations, errors with their path, refused keys.
import assert from 'node:assert/strict';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache, ServerError } from '@apollo/client/core/index.js';
import { relayStylePagination } from '@apollo/client/utilities/index.js';
import { MakeToken, TokenPage } from './documents.mjs';

export async function apollo(counter, service) {
  const clientWith = (headers, options = {}) => new ApolloClient({
    link: new HttpLink({ uri: service.url, headers, ...options }),
    cache: new InMemoryCache({ possibleTypes: { Node: ['APIToken', 'Tenant'] }, typePolicies: { Query: { fields: { apiTokens: relayStylePagination(['where', 'order']) } } } }),
  });
  const client = clientWith(service.headers);

  await counter.check('a mutation', async () => {
    for (const name of ['apollo 1', 'apollo 2', 'apollo 3']) {
      const { data } = await client.mutate({ mutation: gql(MakeToken), variables: { input: { name } } });
      assert.equal(data.createAPIToken.token.name, name);
    }
  });
  await counter.check('a query with variables, and the following pages in its cache', async () => {
    const options = { query: gql(TokenPage), variables: { first: 2, where: { nameContains: 'apollo' }, order: [{ name: 'ASC' }] } };
    const first = await client.query(options);
    const tokens = client.watchQuery(options);
    const subscription = tokens.subscribe(() => {});
    await tokens.fetchMore({ variables: { after: first.data.apiTokens.pageInfo.endCursor } });
    subscription.unsubscribe();
    const data = client.readQuery(options);
    assert.deepEqual(data.apiTokens.edges.map(({ node }) => node.name), ['apollo 1', 'apollo 2', 'apollo 3']);
    assert.equal(data.apiTokens.pageInfo.hasNextPage, false);
  });
  await counter.check('a query over GET', async () => {
    const { data } = await clientWith(service.headers, { useGETForQueries: true }).query({ query: gql(TokenPage), variables: { first: 1, where: { nameContains: 'apollo 2' } } });
    assert.equal(data.apiTokens.edges[0].node.name, 'apollo 2');
  });
  await counter.check('a field error, with its path', async () => {
    const failing = client.mutate({ mutation: gql`mutation ($input: CreateAPITokenInput!) { made: createAPIToken(input: $input) { token { id } } }`, variables: { input: { name: '' } } });
    await assert.rejects(failing, (error) => {
      assert.ok(CombinedGraphQLErrors.is(error), String(error));
      assert.deepEqual(error.errors[0].path, ['made']);
      return true;
    });
  });
  await counter.check('a refused key is an error of the server, with status 401', async () => {
    const failing = clientWith({ 'X-API-Key': 'gqt_nobody' }).query({ query: gql(TokenPage), variables: { first: 1 } });
    await assert.rejects(failing, (error) => {
      assert.ok(ServerError.is(error), String(error));
      assert.equal(error.statusCode, 401);
      return true;
    });
  });
}
