// OAuth as programs use it: discovery, client credentials, exchange, introspection and revocation by oauth4webapi and openid-client; access tokens judged by jose.
import assert from 'node:assert/strict';
import * as jose from 'jose';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';

const here = { [oauth.allowInsecureRequests]: true };
const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';
const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token';

export async function oauthClients(counter, service) {
  const base = service.url.replace(/\/graphql$/, '');
  const make = async (name, permissions) => {
    const { data } = await service.post('mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id value } } }', { input: { name, permissions } });
    return data.createAPIToken.token;
  };
  const statusWith = async (credential) =>
    (await fetch(`${base}/api-tokens/self`, { headers: { Authorization: `Bearer ${credential}` } })).status;

  const token = await make('oauth client', ['AlertRead', 'RuleRead']);
  const verifier = await make('oauth verifier', ['OrganizationAPITokenVerify']);
  const issuer = new URL(base);
  const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...here }));
  const client = { client_id: token.id };
  const issue = async (authentication, parameters = {}) => oauth.processClientCredentialsResponse(
    server, client, await oauth.clientCredentialsGrantRequest(server, client, authentication, new URLSearchParams(parameters), here));
  const asRequest = (jwt) => new Request(`${base}/resource`, { headers: { Authorization: `Bearer ${jwt}` } });

  for (const [name, authentication] of [['the header', oauth.ClientSecretBasic(token.value)], ['the form', oauth.ClientSecretPost(token.value)]]) {
    await counter.check(`client credentials in ${name}`, async () => {
      const answer = await issue(authentication);
      assert.equal(answer.token_type, 'bearer');
      assert.equal(answer.expires_in, 86400);
      assert.equal(await statusWith(answer.access_token), 200);
    });
  }
  await counter.check('a scope narrows', async () => {
    const answer = await issue(oauth.ClientSecretBasic(token.value), { scope: 'RuleRead' });
    assert.equal(answer.scope, 'RuleRead');
    assert.deepEqual(jose.decodeJwt(answer.access_token).permissions, ['RuleRead']);
  });
  await counter.check('a wrong secret is an OAuth error', async () => {
    await assert.rejects(issue(oauth.ClientSecretPost('wrong')), (error) => error.error === 'invalid_client');
    await assert.rejects(issue(oauth.ClientSecretBasic('wrong')), (error) => error instanceof oauth.WWWAuthenticateChallengeError || error.error === 'invalid_client');
  });
  await counter.check('a scope that is not held is an OAuth error', async () => {
    await assert.rejects(issue(oauth.ClientSecretPost(token.value), { scope: 'UserModify' }), (error) => error.error === 'invalid_scope');
  });
  await counter.check('RFC 9068 by a resource server of oauth4webapi', async () => {
    const { access_token } = await issue(oauth.ClientSecretBasic(token.value));
    const claims = await oauth.validateJwtAccessToken(server, asRequest(access_token), base, here);
    assert.equal(claims.client_id, token.id);
    await assert.rejects(oauth.validateJwtAccessToken(server, asRequest(access_token), 'https://other.example.com', here));
  });
  await counter.check('another audience, for a resource server elsewhere', async () => {
    const { access_token } = await issue(oauth.ClientSecretBasic(token.value), { resource: 'https://api.example.com' });
    await oauth.validateJwtAccessToken(server, asRequest(access_token), 'https://api.example.com', here);
    assert.equal(await statusWith(access_token), 401);
  });
  await counter.check('jose, by the key set', async () => {
    const { access_token } = await issue(oauth.ClientSecretBasic(token.value));
    const keys = jose.createRemoteJWKSet(new URL(server.jwks_uri));
    const { payload, protectedHeader } = await jose.jwtVerify(access_token, keys, { issuer: base, audience: base, typ: 'at+jwt', algorithms: ['ES256'] });
    assert.equal(payload.sub, token.id);
    assert.equal(payload.scope, 'AlertRead RuleRead');
    assert.equal(protectedHeader.kid, await jose.calculateJwkThumbprint(keys.jwks().keys[0]));
  });
  await counter.check('jose, from createAccessToken and across a rotation of the signing key', async () => {
    const keys = jose.createRemoteJWKSet(new URL(server.jwks_uri), { cooldownDuration: 0 });
    const jwt = async () => (await service.post('mutation { createAccessToken(input: { permissions: [AlertRead] }) { accessToken } }')).data.createAccessToken.accessToken;
    const before = await jwt();
    await jose.jwtVerify(before, keys, { issuer: base });
    const rotated = (await service.post('mutation { rotateSigningKey { keyId } }')).data.rotateSigningKey.keyId;
    const after = await jwt();
    assert.equal(jose.decodeProtectedHeader(after).kid, rotated);
    await jose.jwtVerify(after, keys, { issuer: base });
    await jose.jwtVerify(before, keys, { issuer: base });
  });
  await counter.check('jose, /connect/token with its list of scopes', async () => {
    const response = await fetch(`${base}/connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: token.id, client_secret: token.value, scope: 'api1' }),
    });
    const answer = await response.json();
    assert.deepEqual(answer.permissions, ['AlertRead', 'RuleRead']);
    const { payload } = await jose.jwtVerify(answer.access_token, jose.createRemoteJWKSet(new URL(server.jwks_uri)), { issuer: base });
    assert.deepEqual(payload.scope, ['api1']);
  });
  await counter.check('exchange of a key and of an access token', async () => {
    const exchange = async (subject, parameters) => oauth.processGenericTokenEndpointResponse(server, client, await oauth.genericTokenEndpointRequest(
      server, client, oauth.None(), exchangeGrant, new URLSearchParams({ subject_token: subject, subject_token_type: accessTokenType, ...parameters }), here));
    const first = await exchange(token.value, { scope: 'AlertRead' });
    assert.equal(first.issued_token_type, accessTokenType);
    const second = await exchange(first.access_token, {});
    assert.deepEqual(jose.decodeJwt(second.access_token).permissions, ['AlertRead']);
    assert.ok(jose.decodeJwt(second.access_token).exp <= jose.decodeJwt(first.access_token).exp);
    await assert.rejects(exchange(first.access_token, { scope: 'RuleRead' }), (error) => error.error === 'invalid_scope');
  });
  await counter.check('introspection and revocation', async () => {
    const { access_token } = await issue(oauth.ClientSecretBasic(token.value));
    const asker = { client_id: verifier.id };
    const ask = async () => oauth.processIntrospectionResponse(
      server, asker, await oauth.introspectionRequest(server, asker, oauth.ClientSecretBasic(verifier.value), access_token, here));
    const told = await ask();
    assert.equal(told.active, true);
    assert.equal(told.client_id, token.id);
    assert.equal(told.exp, jose.decodeJwt(access_token).exp);
    await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, oauth.ClientSecretPost(token.value), access_token, here));
    assert.deepEqual(await ask(), { active: false });
    assert.equal(await statusWith(access_token), 401);
  });
  await counter.check('openid-client, from discovery to introspection', async () => {
    const configure = (id, secret) => openid.discovery(issuer, id, undefined, openid.ClientSecretPost(secret), { algorithm: 'oauth2', execute: [openid.allowInsecureRequests] });
    const configuration = await configure(token.id, token.value);
    const answer = await openid.clientCredentialsGrant(configuration, { scope: 'AlertRead' });
    const told = await openid.tokenIntrospection(await configure(verifier.id, verifier.value), answer.access_token);
    assert.equal(told.active, true);
    assert.equal(told.scope, 'AlertRead');
    await openid.tokenRevocation(configuration, answer.access_token);
    assert.equal(await statusWith(answer.access_token), 401);
  });
}
