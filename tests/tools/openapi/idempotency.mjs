// Idempotency-Key, on the operations that take it.
import { randomUUID } from 'node:crypto';

export async function idempotency(client, { full }) {
  const once = (id, status, title, key, request) => client.send(id, status, { title: `once: ${title}`, headers: { 'Idempotency-Key': key }, ...request });
  const [made, rotated] = [randomUUID(), randomUUID()];
  for (const title of ['the first', 'a repeat']) await once('createAPIToken', 200, title, made, { json: { name: 'once' } });
  await once('createAPIToken', 422, 'another body', made, { json: { name: 'twice' } });
  await once('createAPIToken', 400, 'a key that is too long', 'x'.repeat(256), { json: { name: 'once' } });
  for (const title of ['the first', 'a repeat']) await once('rotateAPIToken', 200, title, rotated, { path: { id: full.id }, json: {} });
  for (const [id, json] of [['createAPIToken', { name: 'once' }], ['rotateAPIToken', {}]]) {
    for (let round = 0; round < 20 && !client.wasSeen(id, 409); round++) {
      const key = randomUUID();
      await Promise.all(Array.from({ length: 4 }, () => once(id, [200, 409], 'side by side', key, { path: { id: full.id }, json })));
    }
  }
  await once('rotateAPIToken', 422, 'oneself', randomUUID(), { path: { id: 'self' }, json: {} });
  await once('updateAPIToken', 422, 'where it is not taken', randomUUID(), { json: { name: 'x' } });
  await once('cancelAPITokenRotation', 422, 'where it is not taken', randomUUID(), { json: {} });
  await once('verifyAPITokens', 422, 'where it is not taken', randomUUID(), { json: { value: full.value } });
}
