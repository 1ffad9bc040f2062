// What has to hold through every gateway, whichever it is.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { ask } from './client.mjs';
import { create, remove, rotate } from './tokens.mjs';

const identity = ['x-auth-access-token', 'x-auth-owner-id', 'x-auth-owner-kind', 'x-auth-permissions', 'x-auth-role', 'x-auth-tenant-id', 'x-auth-token-id', 'x-auth-token-name'];
const permissions = ['AlertRead', 'RuleRead'];
const key = (value) => ['X-API-Key', value];

/** The headers of a request that speak of who calls, however they are spelled; frameworks read `_` as `-`. */
const told = (request) => Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]).filter(([name]) => /^x[-_]auth/.test(name)));

export async function cases(counter, service, upstream, gateway) {
  const good = await create(service, { name: 'orders: "é" 漢字', permissions });
  const refused = async (options, status, reason) => {
    const before = upstream.requests.length;
    const answer = await ask(gateway.port, options);
    assert.deepEqual([answer.status, answer.headers['x-auth-reason']], [status, reason]);
    assert.equal(upstream.requests.length, before, 'the service behind was reached');
    return answer;
  };
  const passed = async (options) => {
    const before = upstream.requests.length;
    const answer = await ask(gateway.port, options);
    assert.equal(answer.status, 200, answer.body);
    assert.equal(upstream.requests.length, before + 1);
    return answer;
  };

  await counter.check('without a token there is a challenge', async () => {
    const answer = await refused({}, 401, 'UNAUTHENTICATED');
    assert.match(answer.headers['www-authenticate'], /^Bearer realm=/);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.match(answer.headers['content-type'], /^application\/problem\+json/);
    assert.equal(JSON.parse(answer.body).code, 'UNAUTHENTICATED');
  });
  await counter.check('something that is no token is refused', () => refused({ headers: key('hunter2') }, 401, 'UNAUTHENTICATED'));
  await counter.check('a very long key is refused', () => refused({ headers: key('k'.repeat(7000)) }, 401, 'UNAUTHENTICATED'));
  await counter.check('a good token passes in either header', async () => {
    await passed({ headers: key(good.value) });
    await passed({ headers: ['Authorization', `Bearer ${good.value}`] });
  });
  await counter.check('the service behind learns who calls, and not the key', async () => {
    await passed({ headers: key(good.value) });
    const headers = told(upstream.last);
    assert.deepEqual(Object.keys(headers).sort(), identity);
    assert.equal(headers['x-auth-token-id'], good.id);
    assert.equal(decodeURIComponent(headers['x-auth-token-name']), 'orders: "é" 漢字');
    assert.equal(headers['x-auth-permissions'], permissions.join(' '));
    assert.equal(headers['x-auth-role'], '-');
    assert.equal(headers['x-auth-access-token'], '-');
    assert.ok(!JSON.stringify(upstream.last).includes(good.value.slice(-20)));
    await passed({ headers: ['authorization', `bearer ${good.value}`] });
    assert.ok(!JSON.stringify(upstream.last).includes(good.value.slice(-20)));
  });
  await counter.check('what the client says of itself does not pass', async () => {
    const lies = identity.flatMap((name) => [name, 'lie', name.toUpperCase(), 'lie', name.replaceAll('-', '_'), 'lie']);
    await passed({ headers: [...key(good.value), ...lies, 'X-Auth-Status', '200', 'X-Auth-Reason', 'lie'] });
    const headers = told(upstream.last);
    assert.deepEqual(Object.keys(headers).sort(), identity);
    assert.equal(headers['x-auth-token-id'], good.id);
    assert.ok(!JSON.stringify(upstream.last).includes('lie'));
  });
  await counter.check('a missing permission is refused, whatever the client asks for', async () => {
    const narrow = await create(service, { name: 'narrow', permissions: ['AlertRead'] });
    await refused({ headers: key(narrow.value) }, 403, 'ACCESS_DENIED');
    for (const path of ['/orders/1?permission=AlertRead', '/orders/?&permission=AlertRead&allow=200', '/orders/;permission=AlertRead/'])
      await refused({ headers: key(narrow.value), path }, 403, 'ACCESS_DENIED');
    await refused({ headers: [...key(narrow.value), 'X-Original-URI', '/', 'X-Forwarded-Uri', '/', 'X-Original-Method', 'OPTIONS', 'permission', 'AlertRead'] }, 403, 'ACCESS_DENIED');
  });
  await counter.check('a limit that is used up is 429, with the time to wait and the code', async () => {
    const limited = await create(service, { name: 'limited', permissions, rateLimit: { limit: 2, window: 'PT1H' } });
    await passed({ headers: key(limited.value) });
    await passed({ headers: key(limited.value) });
    const answer = await refused({ headers: key(limited.value) }, 429, 'RATE_LIMIT_EXCEEDED');
    assert.match(answer.headers['retry-after'], /^[1-9][0-9]*$/);
    assert.equal(answer.headers['ratelimit-policy'], '"token";q=2;w=3600');
    assert.equal(answer.headers.ratelimit, `"token";r=0;t=${answer.headers['retry-after']}`);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.match(answer.headers['content-type'], /^application\/problem\+json/);
    const problem = JSON.parse(answer.body);
    assert.deepEqual([problem.status, problem.code], [429, 'RATE_LIMIT_EXCEEDED']);
    await passed({ headers: key(good.value) });
  });
  await counter.check('a token is good from its addresses alone, and no header lends one', async () => {
    const near = await create(service, { name: 'near', permissions, allowedCIDRBlocks: ['127.0.0.3'] });
    await passed({ headers: key(near.value), from: '127.0.0.3' });
    assert.deepEqual(upstream.last.headers.filter(([name]) => name.toLowerCase() === 'x-forwarded-for').map(([, value]) => value), ['127.0.0.3']);
    for (const header of ['X-Forwarded-For', 'X-Real-IP', 'X-Client-IP', 'True-Client-IP'])
      await refused({ headers: [...key(near.value), header, '127.0.0.3'] }, 403, 'ADDRESS_NOT_ALLOWED');
    await refused({ headers: [...key(near.value), 'Forwarded', 'for=127.0.0.3', 'X-Forwarded-For', '127.0.0.3', 'X-Forwarded-For', '127.0.0.3, 127.0.0.3'] }, 403, 'ADDRESS_NOT_ALLOWED');
    await passed({ headers: [...key(near.value), 'X-Forwarded-For', '203.0.113.7'], from: '127.0.0.3' });
    assert.ok(!JSON.stringify(upstream.last).includes('203.0.113.7'));
  });
  await counter.check('a rotated value is refused at once, and the new one is good at once', async () => {
    const token = await create(service, { name: 'turning', permissions });
    await passed({ headers: key(token.value) });
    const value = await rotate(service, token.id);
    await refused({ headers: key(token.value) }, 401, 'UNAUTHENTICATED');
    await passed({ headers: key(value) });
    await remove(service, token.id);
    await refused({ headers: key(value) }, 401, 'TOKEN_REVOKED');
  });
  await counter.check('a connection that is kept remembers nobody', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      const first = await ask(gateway.port, { headers: key(good.value), agent });
      const second = await ask(gateway.port, { agent });
      const third = await ask(gateway.port, { headers: key(good.value), agent });
      assert.deepEqual([first.status, second.status, third.status], [200, 401, 200]);
    } finally {
      agent.destroy();
    }
  });
  await counter.check('method, path and query string arrive as they were sent', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const path = '/orders/a%2Fb/%20;v=1?permission=UserRead&deny=403&q=%26';
      await passed({ method, path, headers: key(good.value) });
      assert.deepEqual([upstream.last.method, upstream.last.url], [method, path]);
    }
  });
  await counter.check('a body arrives as it was sent, with a length or in chunks', async () => {
    const body = randomBytes(900 * 1024);
    const digest = createHash('sha256').update(body).digest('hex');
    for (const framing of [['Content-Length', `${body.length}`], ['Transfer-Encoding', 'chunked']])
      assert.equal((await passed({ method: 'POST', headers: [...key(good.value), ...framing], body })).body, digest);
  });
  await counter.check('large headers arrive, and do not get in the way', async () => {
    const cookies = [1, 2].map((n) => `c${n}=${'c'.repeat(6000)}`);
    await passed({ headers: [...key(good.value), ...cookies.flatMap((cookie) => ['X-Large', cookie])] });
    assert.deepEqual(upstream.last.headers.filter(([name]) => name.toLowerCase() === 'x-large').map(([, value]) => value), cookies);
    await refused({ headers: cookies.flatMap((cookie) => ['X-Large', cookie]) }, 401, 'UNAUTHENTICATED');
  });
  await counter.check('a WebSocket opens with a good token alone', async () => {
    const upgrade = ['Connection', 'Upgrade', 'Upgrade', 'websocket', 'Sec-WebSocket-Version', '13', 'Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='];
    await refused({ headers: upgrade }, 401, 'UNAUTHENTICATED');
    const { status, socket } = await ask(gateway.port, { headers: [...upgrade, ...key(good.value)] });
    assert.equal(status, 101);
    socket.write('there and back');
    const [bytes] = await once(socket, 'data');
    assert.equal(`${bytes}`, 'there and back');
    socket.destroy();
    assert.equal(told(upstream.last)['x-auth-token-id'], good.id);
  });
  return good;
}
