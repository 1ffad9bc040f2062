// graphql-request as scripts use it: a token made, read page by page and rotated by itself; errors of fields, and refused keys.
import assert from 'node:assert/strict';
import { ClientError, gql, GraphQLClient, request } from 'graphql-request';
import { MakeToken, TokenPage } from './documents.mjs';

const RotateSelf = gql`mutation { rotateAPIToken { token { id value } } }`;
const Viewer = gql`{ viewer { token { name } permissions } }`;

export async function graphqlRequest(counter, service) {
  const clientWith = (key) => new GraphQLClient(service.url, { headers: { 'X-API-Key': key } });
  const root = clientWith(service.key);
  const make = async (name, permissions = []) => (await root.request(MakeToken, { input: { name, permissions } })).createAPIToken.token;

  await counter.check('a mutation, and what it made at work at once', async () => {
    const made = await make('request 0', ['AlertRead']);
    const { viewer } = await request({ url: service.url, document: Viewer, requestHeaders: { Authorization: `Bearer ${made.value}` } });
    assert.deepEqual(viewer, { token: { name: 'request 0' }, permissions: ['AlertRead'] });
  });
  await counter.check('all pages, each once', async () => {
    for (const name of ['request 1', 'request 2']) await make(name);
    const names = [];
    let after = null;
    do {
      const { apiTokens } = await root.request(TokenPage, { first: 2, after, where: { nameContains: 'request' }, order: [{ name: 'ASC' }] });
      assert.equal(apiTokens.totalCount, 3);
      names.push(...apiTokens.edges.map(({ node }) => node.name));
      after = apiTokens.pageInfo.hasNextPage ? apiTokens.pageInfo.endCursor : null;
    } while (after);
    assert.deepEqual(names, ['request 0', 'request 1', 'request 2']);
  });
  await counter.check('a token that rotates itself: the new value is good, the former one 401', async () => {
    const made = await make('rotating');
    const { rotateAPIToken } = await clientWith(made.value).request(RotateSelf);
    assert.equal(rotateAPIToken.token.id, made.id);
    assert.equal((await clientWith(rotateAPIToken.token.value).request(Viewer)).viewer.token.name, 'rotating');
    await assertRefused(clientWith(made.value).request(Viewer));
  });
  await counter.check('a missing permission: access denied, with its path', async () => {
    const made = await make('regular');
    await assert.rejects(clientWith(made.value).request(TokenPage, { first: 1 }), (error) => {
      assert.ok(error instanceof ClientError, String(error));
      assert.equal(error.response.status, 200);
      const [denied] = error.response.errors;
      assert.equal(denied.message, 'access denied');
      assert.deepEqual(denied.path, ['apiTokens']);
      assert.deepEqual(denied.extensions, { code: 'ACCESS_DENIED', missingPermissions: ['OrganizationAPITokenRead'] });
      return true;
    });
  });
  await counter.check('a refused key, and none at all: 401, and no error of the query', async () => {
    await assertRefused(clientWith('gqt_nobody').request(Viewer));
    await assertRefused(request(service.url, Viewer));
  });
}

async function assertRefused(answer) {
  await assert.rejects(answer, (error) => {
    assert.ok(error instanceof ClientError, String(error));
    assert.equal(error.response.status, 401);
    assert.equal(error.response.errors, undefined);
    return true;
  });
}
