// The OpenAPI document of the running service: valid, its examples as its schemas say, and everything that the service answers as the document says.
import assert from 'node:assert/strict';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Client } from '../openapi/client.mjs';
import { Contract } from '../openapi/contract.mjs';
import { gateways } from '../openapi/gateways.mjs';
import { idempotency } from '../openapi/idempotency.mjs';
import { oauth } from '../openapi/oauth.mjs';
import { refusals } from '../openapi/refusals.mjs';
import { tokens } from '../openapi/tokens.mjs';
import { revocationLimit, verification } from '../openapi/verification.mjs';

const bodyLimit = 4096;
const revocations = 20;

// Small bounds where they are to be met, and none where they would stand in the way: bad credentials are sent by the dozen.
const settings = { Limits__MaxRequestBodyBytes: `${bodyLimit}`, RateLimits__FailedAttempts: '0', RateLimits__Revocations: `${revocations}` };

// Documented, and not to be had of a healthy service on one machine; the .NET tests break what has to be broken for them.
const unprovoked = [
  { answers: /^\w+ 500$/, reason: 'something that nobody expects' },
  { answers: /^\w+ 503$/, reason: 'a service that listens beyond loopback, without a public URL' },
  { answers: /^(connectA|a)ccessToken 400$/, reason: 'more permissions than one access token holds: a deployment\'s own' },
];

/** @param start starts a service with settings of its own. */
export async function openApi(counter, start) {
  const service = await start(settings);
  try {
    const document = await (await fetch(new URL('/openapi/v1.json', service.url))).json();
    await counter.check('the document is valid OpenAPI 3.1', async () => {
      assert.match(document.openapi, /^3\.1\./);
      const { valid, errors } = await new Validator().validate(structuredClone(document));
      assert.ok(valid, JSON.stringify(errors, null, 1));
    });
    const contract = new Contract(document);
    await counter.check('every body has an example', () => assert.deepEqual(contract.bodiesWithoutExample(), []));
    for (const { place, schema, value } of contract.examples()) await counter.check(`the example ${place}`, () => assert.deepEqual(contract.faultsOf(schema, value), []));

    const client = new Client(counter, contract, service, bodyLimit);
    const callers = await tokens(client);
    callers.spent = await verification(client, callers);
    await oauth(client, callers);
    await gateways(client, callers);
    await idempotency(client, callers);
    await refusals(client, callers);
    await revocationLimit(client, revocations);

    const unseen = client.unseen();
    await counter.check('every documented answer was seen', () => assert.deepEqual(unseen.filter((answer) => !unprovoked.some(({ answers }) => answers.test(answer))), []));
    for (const { answers, reason } of unprovoked) console.log(`documented and not asked for: ${unseen.filter((answer) => answers.test(answer)).length} answers (${reason})`);
  } finally {
    await service.end();
  }
}
