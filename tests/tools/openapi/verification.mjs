// /api-tokens/verify, and what is there for values that leaked.
const permissions = ['OrganizationAPITokenRead', 'OrganizationAPITokenModify', 'OrganizationAPITokenVerify'];

/** @returns a token that has used up its limit. */
export async function verification(client, { weak, full, fenced, dead }) {
  const spent = await client.send('createAPIToken', 200, { title: 'with a limit', json: { name: 'spent', permissions, rateLimit: { limit: 1, window: 'P31D' } } });
  await client.send('getAPIToken', 200, { title: 'within the limit', key: spent.value });

  const verify = (status, title, json, request) => client.send('verifyAPITokens', status, { title, json, ...request });
  await verify(200, 'good', { value: full.value, ipAddress: '127.0.0.1' });
  await verify(200, 'a condition that does not hold', { value: weak.value, require: { anyOf: [{ permission: 'AlertRead' }, { allOf: [{ permission: 'RuleRead' }] }] } });
  await verify(200, 'several', { items: [fenced.value, spent.value, ...Object.values(dead)].map((value) => ({ value, cost: 0 })) });
  await verify(200, 'over its limit', { value: spent.value, cost: 2 });
  await verify(400, 'an address that is none', { value: full.value, ipAddress: 'here' });
  await verify(403, 'without the permission', { value: full.value }, { key: weak.value });

  const leaked = await client.send('createAPIToken', 200, { title: 'to leak', json: { name: 'leaked' } });
  for (const title of ['a leaked value', 'again']) await client.send('revokeLeakedAPIToken', 202, { title, key: null, json: { value: leaked.value } });
  await client.send('revokeLeakedAPIToken', 400, { title: 'without a value', key: null, json: {} });
  await client.send('tokenFormat', 200, { key: null });
  return spent;
}

/** How many leaked values one address may report; to be called last. */
export async function revocationLimit(client, limit) {
  for (let time = 0; time < limit; time++) await client.again('revokeLeakedAPIToken');
  await client.send('revokeLeakedAPIToken', 429, { title: 'too many reports', key: null, json: { value: 'x' } });
}
