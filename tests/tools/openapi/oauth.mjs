// The OAuth endpoints: a client is an API token, its id the client id, its value the secret.
const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
const accessToken = 'urn:ietf:params:oauth:token-type:access_token';
const basic = (id, secret) => ({ Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` });

export async function oauth(client, { weak, fenced, full, spent, dead }) {
  const credentials = { client_id: full.id, client_secret: full.value };
  const grant = { grant_type: 'client_credentials' };

  for (const id of ['oauthToken', 'connectToken']) {
    const ask = (status, title, form, headers) => client.send(id, status, { title, key: null, form, headers });
    const { access_token: jwt } = await ask(200, 'by the form', { ...grant, ...credentials });
    await ask(200, 'by Basic, with a scope', { ...grant, scope: 'OrganizationAPITokenRead', expires_in: '60' }, basic(full.id, full.value));
    await ask(200, 'in exchange for an access token', { grant_type: exchange, subject_token: jwt, subject_token_type: accessToken });
    await ask(400, 'no grant', credentials);
    await ask(400, 'another grant', { ...credentials, grant_type: 'password' });
    await ask(400, 'another secret in the form', { ...grant, client_id: full.id, client_secret: dead.UNAUTHENTICATED });
    await ask(400, 'a scope that is none', { ...grant, ...credentials, scope: 'NoSuch' });
    await ask(400, 'two targets', { ...grant, ...credentials, audience: 'a', resource: 'https://b.example' });
    await ask(400, 'a subject that has ended', { grant_type: exchange, subject_token: dead.TOKEN_REVOKED, subject_token_type: accessToken });
    await client.send(id, 400, { title: 'JSON', key: null, type: 'application/json', body: JSON.stringify({ ...grant, ...credentials }) });
    await ask(401, 'another secret by Basic', grant, basic(full.id, dead.UNAUTHENTICATED));
    await ask(403, 'from an address that is not allowed', grant, basic(fenced.id, fenced.value));
    if (spent) await ask(429, 'more often than the limit allows', grant, basic(spent.id, spent.value));
  }
  for (const id of ['connectAccessToken', 'accessToken']) {
    await client.send(id, 200, { title: 'by the key' });
    await client.send(id, 401, { title: 'by Basic, with the address of nobody', key: null, headers: basic('nobody@example.com', full.value) });
  }

  const issue = async (form) => (await client.send('oauthToken', 200, { title: 'another', key: null, form: { ...grant, ...credentials, ...form } })).access_token;
  const ask = (status, title, form, request) => client.send('introspect', status, { title, form, ...request });
  const jwt = await issue();
  await client.send('getAPIToken', 200, { title: 'by an access token', key: null, headers: { Authorization: `Bearer ${jwt}` } });
  await client.send('rotateAPIToken', 403, { title: 'self, by an access token', key: null, headers: { Authorization: `Bearer ${jwt}` } });
  await ask(200, 'an access token', { token: jwt });
  await ask(200, 'a value', { token: full.value, ip_address: '127.0.0.1' });
  await ask(200, 'what is no token', { token: 'x' });
  await ask(400, 'no token', { ip_address: '127.0.0.1' });
  await ask(401, 'another secret by Basic', { token: jwt }, { key: null, headers: basic(full.id, dead.UNAUTHENTICATED) });
  await ask(403, 'without the permission', { token: jwt }, { key: weak.value });

  await client.send('revoke', 200, { title: 'an access token', key: null, form: { token: jwt, ...credentials } });
  await client.send('revoke', 200, { title: 'of another client', key: null, form: { token: weak.value, ...credentials } });
  await client.send('revoke', 400, { title: 'no token', key: null, form: credentials });
  await client.send('revoke', 401, { title: 'another secret by Basic', key: null, form: { token: jwt }, headers: basic(full.id, dead.UNAUTHENTICATED) });
  await ask(200, 'one that was revoked', { token: jwt });

  for (const id of ['keySet', 'keySetHead', 'authorizationServer', 'authorizationServerHead']) await client.send(id, 200, { key: null });
}
