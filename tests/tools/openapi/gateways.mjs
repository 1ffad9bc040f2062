// /auth/forward, as a gateway asks it.
export async function gateways(client, { weak, full, dead }) {
  const ask = (status, title, query, key = full.value) => client.send('forwardAuth', status, { title, query, key });
  await ask(204, 'a good key');
  await ask(200, 'with a permission, for gateways that take no 204', { permission: 'OrganizationAPITokenRead', allow: '200' });
  await ask(204, 'with an access token for the service behind', { audience: 'https://orders.example' });
  await ask(400, 'no audience', { audience: '' });
  await ask(400, 'a permission that there is none of', { permission: 'NoSuch' });
  await ask(403, 'without the permission', { permission: 'OrganizationAPITokenRead' }, weak.value);
  for (const [code, key] of Object.entries(dead)) await ask(403, `${code}, for gateways that take no 401`, { deny: '403' }, key);
  await ask(403, 'a permission that there is none of, for gateways that take no 400', { permission: 'NoSuch', deny: '403' });
}
