// The service under attack, from outside: a row for each attack and caller says what was sent, what came back, how long it took, and what it did to memory.
import assert from 'node:assert/strict';
import { attacks } from '../hostile/attacks.mjs';
import { connectionAttacks } from '../hostile/connections.mjs';
import { measured } from '../hostile/victim.mjs';
import { Service } from '../service.mjs';

// A server that refuses a long body may hang up while it is still being sent: the client then never sees why.
const hungUp = 'hung up';

export async function hostile(counter, dll) {
  const closed = await Service.start(dll, { Limits__RequestHeadersTimeout: '00:00:03' });
  const open = await Service.start(dll, { Access__PublicIntrospection: 'true' });
  const rows = [];
  try {
    for (const service of [closed, open]) await fill(service);
    const callers = [
      ['a key', closed, closed.key, (codes) => codes],
      ['no key', closed, undefined, () => ['UNAUTHENTICATED']],
      ['no key, public schema', open, undefined, (codes, { stranger }) => stranger ?? codes],
    ];
    for (const [name, request, codes, exceptions = {}] of attacks) {
      for (const [caller, service, key, heard] of callers) {
        await counter.check(`${name}, ${caller}`, async () => {
          const row = await measured(service, () => send(service, request, key));
          rows.push([name, caller, size(request), came(row.result), ...figures(row)]);
          assert.ok([...heard(codes, exceptions), hungUp].includes(row.result.code), `came back: ${came(row.result)} ${row.result.text.slice(0, 300)}`);
          assert.doesNotMatch(row.result.text, /INTERNAL_SERVER_ERROR|Exception|\n\s+at /);
        });
      }
    }
    for (const [name, run, bounds] of connectionAttacks) {
      for (const [caller, service, key] of callers.slice(0, 2)) {
        await counter.check(`${name}, ${caller}`, async () => {
          const row = await measured(service, () => run(new URL(service.url), key), bounds);
          const { ended, of, statuses } = row.result;
          rows.push([name, caller, '', `${ended} of ${of} ended${statuses.length > 0 ? `, ${statuses.join(', ')}` : ''}`, ...figures(row)]);
          assert.equal(ended, of, 'the server left connections open');
        });
      }
    }
    await counter.check('no attack has made or changed a token', () => assertUntouched(closed));
  } finally {
    await closed.end();
    await open.end();
  }
  print(rows);
}

// Large values to be multiplied.
async function fill(service) {
  for (let index = 0; index < 30; index++) {
    const { errors } = await service.post('mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id } } }', {
      input: { name: 'filler', metadata: { text: 'x'.repeat(8_000) } },
    });
    assert.equal(errors, undefined);
  }
}

async function assertUntouched(service) {
  const { data } = await service.post('{ apiTokens { totalCount } viewer { token { rotatedAt } } }');
  assert.deepEqual([data.apiTokens.totalCount, data.viewer.token.rotatedAt], [31, null]);
}

async function send(service, { method, path = '', headers = {}, body, key: anotherKey }, key) {
  const credential = anotherKey ?? key;
  try {
    const response = await fetch(service.url + path, { method, body, headers: { ...headers, ...(credential ? { 'X-API-Key': credential } : {}) } });
    const text = await response.text();
    return { status: response.status, code: text.match(/"code":"([A-Z_]+)"/)?.[1], text, length: text.length };
  } catch (error) {
    if (body?.length > 1_000_000 && /EPIPE|ECONNRESET|other side closed/.test(`${error.cause?.code} ${error.cause?.message}`)) return { status: 'none,', code: hungUp, text: '' };
    throw error;
  }
}

const size = ({ method, path = '', body = '' }) => `${method} ${(path.length + body.length).toLocaleString('en')} B`;

const came = ({ status, code, length }) => `${status} ${code ?? `${length.toLocaleString('en')} B`}`;

const figures = ({ taken, before, after }) => [taken < 1 ? `${Math.round(taken * 1000)} ms` : `${taken.toFixed(1)} s`, `${before} MB`, `${after} MB`];

function print(rows) {
  for (const row of [['Attack', 'By', 'Sent', 'Came back', 'Took', 'Memory before', 'after'], Array(7).fill('---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}
