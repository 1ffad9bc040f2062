// What has to hold where the gateway has an access token made for the service behind: the rules of the sample, and audience=https://orders.example.
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { ask } from './client.mjs';
import { create, remove } from './tokens.mjs';

const header = 'x-auth-access-token';
const permissions = ['AlertRead', 'RuleRead'];

const read = (part) => JSON.parse(Buffer.from(part, 'base64url'));

/** What the service behind does: with the key set, and without another word to the token service. */
async function verified(service, jwt) {
  const [head, payload, signature] = jwt.split('.');
  const { keys } = await (await fetch(new URL('/.well-known/jwks.json', service.address))).json();
  const jwk = keys.find(({ kid }) => kid === read(head).kid);
  assert.deepEqual([read(head).alg, read(head).typ], ['ES256', 'at+jwt']);
  const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
  assert.ok(verify('sha256', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url')), 'the signature');
  return read(payload);
}

export async function accessTokenCases(counter, service, upstream, gateway, good) {
  const arrived = async (headers) => {
    const answer = await ask(gateway.port, { headers });
    assert.equal(answer.status, 200, answer.body);
    const values = upstream.last.headers.filter(([name]) => name.toLowerCase().replaceAll('_', '-') === header).map(([, value]) => value);
    assert.equal(values.length, 1);
    return values[0];
  };

  await counter.check('the service behind verifies who calls by the key set alone', async () => {
    const claims = await verified(service, await arrived(['X-API-Key', good.value]));
    assert.equal(claims.aud, 'https://orders.example');
    assert.equal(claims.sub, good.id);
    assert.deepEqual(claims.permissions, permissions);
    assert.ok(claims.exp > Date.now() / 1000 && claims.exp <= Date.now() / 1000 + 300);
  });
  await counter.check('an access token of the client\'s own making does not pass', async () => {
    const jwt = await arrived(['X-API-Key', good.value]);
    const other = await create(service, { name: 'other', permissions });
    for (const name of [header, header.toUpperCase(), header.replaceAll('-', '_')]) {
      const told = await arrived(['X-API-Key', other.value, name, jwt, name, 'lie']);
      assert.equal((await verified(service, told)).sub, other.id);
    }
  });
  await counter.check('the client does not choose for whom it is', async () => {
    const answer = await ask(gateway.port, { headers: ['X-API-Key', good.value, 'audience', 'evil', 'X-Original-URI', '/?audience=evil'], path: '/orders/1?audience=evil' });
    assert.equal(answer.status, 200);
    const [, jwt] = upstream.last.headers.find(([name]) => name.toLowerCase() === header);
    assert.equal((await verified(service, jwt)).aud, 'https://orders.example');
  });
  await counter.check('the same one serves many requests, and none once its token is gone', async () => {
    const short = await create(service, { name: 'short', permissions });
    const first = await arrived(['X-API-Key', short.value]);
    assert.equal(await arrived(['Authorization', `Bearer ${short.value}`]), first);
    await remove(service, short.id);
    assert.equal((await ask(gateway.port, { headers: ['X-API-Key', short.value] })).status, 401);
  });
  await counter.check('a caller by JWT gets one that ends no later', async () => {
    const { access_token: own, exp } = await (await fetch(new URL('/access_token', service.address), { method: 'POST', headers: { 'X-API-Key': good.value } })).json();
    const claims = await verified(service, await arrived(['Authorization', `Bearer ${own}`]));
    assert.ok(claims.exp <= exp);
    assert.equal(claims.issued_from.length, 1);
  });
}
