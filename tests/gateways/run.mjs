// Real gateways in front of a real service, set up by the files in samples/gateways: node run.mjs [configuration]
// (after `./build.sh build`, with nginx and haproxy installed). Ends with the line "N passed, N failed"; exit code 1 when anything failed.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Counter } from '../tools/counter.mjs';
import { Service } from '../tools/service.mjs';
import { accessTokenCases } from './access-tokens.mjs';
import { cases } from './cases.mjs';
import { ask } from './client.mjs';
import { Gateway } from './gateway.mjs';
import { Upstream } from './upstream.mjs';

const configuration = process.argv[2] ?? 'Release';
const dll = fileURLToPath(new URL(`../../src/GraphQLTokens.Service/bin/${configuration}/net10.0/GraphQLTokens.Service.dll`, import.meta.url));
const counter = new Counter();
const upstream = await Upstream.start();
const service = await Service.start(dll, { Proxies__Trusted__0: '127.0.0.1' });
const tokens = new URL(service.address).host;

/** Runs a check against a gateway of its own. */
const withGateway = async (start, check) => {
  const gateway = await start;
  try {
    await check(gateway);
  } finally {
    await gateway.end();
  }
};

/** Whoever asks, nobody passes, and the answer is the gateway's own failure. */
const passesNobody = (gateway, good) => async () => {
  const before = upstream.requests.length;
  for (const headers of [['X-API-Key', good.value], []]) {
    const { status } = await ask(gateway.port, { headers });
    assert.ok(status >= 500, `status ${status}`);
  }
  assert.equal(upstream.requests.length, before);
};

// A service that takes connections and never says a word.
const silence = createServer((socket) => socket.on('error', () => socket.destroy())).listen(0, '127.0.0.1');
await once(silence, 'listening');
const silent = `127.0.0.1:${silence.address().port}`;

const kinds = {
  nginx: { start: Gateway.nginx, impatient: { configuration: { 'proxy_read_timeout    2s': 'proxy_read_timeout 100ms' } } },
  HAProxy: { start: Gateway.haproxy, impatient: { action: { 'timeout_ms = 2000': 'timeout_ms = 100' } } },
};
const gateways = {};
const good = {};
try {
  for (const [name, { start, impatient }] of Object.entries(kinds)) {
    await counter.suite(name, async () => {
      gateways[name] = await start(tokens, upstream.port);
      good[name] = await cases(counter, service, upstream, gateways[name]);
      await withGateway(start(tokens, upstream.port, { configuration: { 'permission=RuleRead': 'permission=Nonsense' } }), (gateway) =>
        counter.check('rules that do not exist let nobody pass', passesNobody(gateway, good[name])));
      await withGateway(start(tokens, upstream.port, { configuration: { 'permission=RuleRead': `permission=RuleRead&audience=${encodeURIComponent('https://orders.example')}` } }), (gateway) =>
        accessTokenCases(counter, service, upstream, gateway, good[name]));
      await withGateway(start(silent, upstream.port, impatient), (gateway) => counter.check('a token service that says nothing lets nobody pass', passesNobody(gateway, good[name])));
    });
  }
  await counter.suite('nginx alone', async () => {
    await counter.check('a location without rules of its own asks for a good token', async () => {
      assert.equal((await ask(gateways.nginx.port, { path: '/other' })).status, 401);
      assert.equal((await ask(gateways.nginx.port, { path: '/other', headers: ['X-API-Key', service.key] })).status, 200);
    });
    await counter.check('the way to the token service is no way in', async () => {
      for (const path of ['/_tokens/', '/_tokens/permission=AlertRead', '/orders/../_tokens/', '//_tokens/', '/%5ftokens/'])
        assert.equal((await ask(gateways.nginx.port, { path, headers: ['X-API-Key', service.key] })).status, 404, path);
    });
  });
  await counter.suite('HAProxy alone', () =>
    withGateway(Gateway.haproxy(tokens, upstream.port, { action: { 'local answer =': 'error("on purpose") local answer =' } }), (gateway) =>
      counter.check('an action that fails lets nobody pass', passesNobody(gateway, good.HAProxy))));
  await service.end();
  await counter.suite('without a token service', async () => {
    for (const [name, gateway] of Object.entries(gateways)) await counter.check(`${name} lets nobody pass`, passesNobody(gateway, good[name]));
  });
} finally {
  for (const gateway of Object.values(gateways)) await gateway.end();
  await service.end();
  silence.close();
  upstream.end();
}

console.log(`${counter.passed} passed, ${counter.failed} failed`);
process.exit(counter.failed === 0 ? 0 : 1);
