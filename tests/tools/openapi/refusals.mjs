// What operations refuse alike, asked of every one of them: who calls, what is sent, and how often.
export async function refusals(client, callers) {
  const { operations } = client.contract;
  for (const operation of operations) {
    const { id, body } = operation;
    const documents = (status) => operation.statuses.includes(String(status));
    const send = (status, title, request) => client.send(id, status, { ...(body && { type: body.type, body: encoded(body) }), ...request, title });
    if (operation.schemes.includes('apiKey')) {
      await send(401, 'without a key', { key: null });
      for (const [code, key] of Object.entries(callers.dead)) await send(401, code, { key });
      await send(403, 'from an address that is not allowed', { key: callers.fenced.value });
      if (callers.spent) await send(429, 'more often than the limit allows', { key: callers.spent.value });
    }
    if (operation.path.includes('{id}')) await send(404, 'an id of nobody', { path: { id: callers.nobody } });
    if (body?.type === 'application/json') {
      await send(415, 'plain text', { type: 'text/plain' });
      await send(415, 'compressed', { headers: { 'Content-Encoding': 'gzip' } });
      await send(400, 'broken JSON', { body: '{"' });
    }
    if (body && documents(413)) await send(413, 'more than it may be', { body: 'x'.repeat(client.bodyLimit + 1) });
  }
  for (const path of client.contract.paths) await client.sendOtherMethod(path);
}

// Who calls is said by each request itself.
function encoded({ type, value: { client_id, client_secret, ...value } }) {
  return type === 'application/json' ? JSON.stringify(value) : new URLSearchParams(value).toString();
}
