// GraphQL over HTTP: every audit of npm graphql-http, MUST, SHOULD and MAY alike.
import assert from 'node:assert/strict';
import { serverAudits } from 'graphql-http';

export async function httpAudit(counter, service) {
  const fetchFn = (input, init = {}) => fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...service.headers } });
  const audits = serverAudits({ url: service.url, fetchFn });
  await counter.check('there are 61 audits', () => assert.equal(audits.length, 61));
  for (const audit of audits) {
    await counter.check(`${audit.id} ${audit.name}`, async () => {
      const result = await audit.fn();
      assert.equal(result.status, 'ok', result.reason);
    });
  }
}
