// /api-tokens: what each operation answers when it does what it is there for, and what it refuses for reasons of its own.
const permissions = ['OrganizationAPITokenRead', 'OrganizationAPITokenModify'];
const nobody = '01979d6e-0000-7000-8000-00000000dead';

/** @returns tokens that other requests are sent by: `weak` without permissions, `fenced` to addresses that are not this machine's, and `dead` values with their codes. */
export async function tokens(client) {
  const make = (json) => client.send('createAPIToken', 200, { title: json.name, json });

  const weak = await make({ name: 'weak' });
  const fenced = await make({ name: 'fenced', permissions, allowedCIDRBlocks: ['192.0.2.0/24'] });
  const full = await make({
    name: 'full', description: 'All that there is', permissions, allowedCIDRBlocks: ['127.0.0.0/8', '::1'], deniedCIDRBlocks: ['192.0.2.7'], expiry: { after: 'P90D' }, metadata: { team: 'build' },
  });
  await client.send('createAPIToken', 400, { title: 'a permission that there is none of', json: { name: 'x', permissions: ['NoSuch'] } });
  await client.send('createAPIToken', 400, { title: 'an unknown member', json: { name: 'x', allowedCidrBlocks: [] } });
  await client.send('createAPIToken', 400, { title: 'no object', json: [] });
  await client.send('createAPIToken', 403, { title: 'without the permission', key: weak.value, json: { name: 'x' } });

  const page = await client.send('listAPITokens', 200, { title: 'a first page', query: { limit: 1 } });
  await client.send('listAPITokens', 200, { title: 'the next', query: { limit: 1, cursor: page.next } });
  await client.send('listAPITokens', 200, { title: 'all' });
  await client.send('listAPITokens', 400, { title: 'a limit out of bounds', query: { limit: 61 } });
  await client.send('listAPITokens', 400, { title: 'a cursor that is none', query: { cursor: 'x' } });
  await client.send('listAPITokens', 403, { title: 'without the permission', key: weak.value });

  await client.send('getAPIToken', 200, { title: 'self', key: weak.value });
  await client.send('getAPIToken', 200, { title: 'by id', path: { id: full.id } });
  await client.send('getAPIToken', 200, { title: 'by id without dashes', path: { id: full.id.replaceAll('-', '') } });
  await client.send('getAPIToken', 403, { title: 'another without the permission', key: weak.value, path: { id: full.id } });
  await client.send('getAPIToken', 404, { title: 'an id that is none', path: { id: 'none' } });

  await client.send('updateAPIToken', 200, { title: 'the name alone', path: { id: full.id }, json: { name: 'renamed' } });
  await client.send('updateAPIToken', 200, { title: 'addresses and an end', path: { id: full.id }, json: { name: 'renamed', allowedCIDRBlocks: [], expiry: { at: '2100-01-01T00:00:00.000Z' } } });
  await client.send('updateAPIToken', 400, { title: 'without a name', path: { id: full.id }, json: { active: true } });
  await client.send('updateAPIToken', 409, { title: 'switch the last root token off', path: { id: 'self' }, json: { name: 'Root token', active: false } });
  await client.send('updateAPIToken', 403, { title: 'without the permission', key: weak.value, path: { id: full.id }, json: { name: 'x' } });

  await client.send('rotateAPIToken', 200, { title: 'at once', path: { id: full.id } });
  await client.send('rotateAPIToken', 400, { title: 'an overlap that is none', path: { id: full.id }, json: { overlap: 'soon' } });
  await client.send('rotateAPIToken', 403, { title: 'above its own rights', key: (await make({ name: 'modifies', permissions: permissions.slice(1) })).value, path: { id: full.id } });
  await client.send('cancelAPITokenRotation', 409, { title: 'nothing to cancel', path: { id: full.id } });
  const rotated = await client.send('rotateAPIToken', 200, { title: 'with an overlap', path: { id: full.id }, json: { overlap: 'PT1H', retireOnFirstUse: true } });
  await client.send('cancelAPITokenRotation', 400, { title: 'keep what is not there', path: { id: full.id }, json: { keep: 'both' } });
  await client.send('cancelAPITokenRotation', 403, { title: 'without the permission', key: weak.value, path: { id: full.id }, json: { keep: 'new' } });
  await client.send('cancelAPITokenRotation', 200, { title: 'keep the new', path: { id: full.id }, json: { keep: 'new' } });

  const off = await make({ name: 'off' });
  await client.send('updateAPIToken', 200, { title: 'switch off', path: { id: off.id }, json: { name: 'off', active: false } });
  const early = await make({ name: 'early', notBefore: '2100-01-01T00:00:00.000Z' });
  const ended = await make({ name: 'ended' });
  await client.send('deleteAPIToken', 403, { title: 'without the permission', key: weak.value, path: { id: ended.id } });
  await client.send('deleteAPIToken', 409, { title: 'the last root token', path: { id: 'self' } });
  await client.send('deleteAPIToken', 204, { path: { id: ended.id } });
  await client.send('deleteAPIToken', 404, { title: 'again', path: { id: ended.id } });
  const dead = { TOKEN_REVOKED: ended.value, TOKEN_INACTIVE: off.value, TOKEN_NOT_YET_VALID: early.value, UNAUTHENTICATED: 'mistyped' };
  return { weak, fenced, full: rotated, dead, nobody };
}
