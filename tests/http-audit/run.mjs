// GraphQL over HTTP conformance: node run.mjs <url> [header: value ...]
// Prints each audit and a count; exit code 0 when every one passes, MUST, SHOULD and MAY alike, 1 when one does not, 2 when it cannot start.
import { serverAudits } from 'graphql-http';

const [url, ...headerLines] = process.argv.slice(2);
if (!url) {
  console.error('usage: node run.mjs <url> [header: value ...]');
  process.exit(2);
}

const extraHeaders = headerLines.map((line) => {
  const colon = line.indexOf(':');
  if (colon < 1) {
    console.error('a header is written as "name: value"');
    process.exit(2);
  }
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
});

function fetchFn(input, init = {}) {
  const headers = new Headers(init.headers);
  for (const [name, value] of extraHeaders) headers.set(name, value);
  return fetch(input, { ...init, headers });
}

let passed = 0;
let failed = 0;
for (const audit of serverAudits({ url, fetchFn })) {
  let result;
  try {
    result = await audit.fn();
  } catch (error) {
    result = { status: 'error', reason: error?.cause?.message ?? error.message };
  }
  if (result.status === 'ok') {
    passed++;
    console.log(`ok      ${audit.id} ${audit.name}`);
  } else {
    failed++;
    console.log(`${result.status.padEnd(7)} ${audit.id} ${audit.name}: ${result.reason}`);
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
