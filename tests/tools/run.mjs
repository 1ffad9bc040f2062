// The service and its engine judged by the tools that people use: node run.mjs [configuration]   (after `./build.sh build` and `npm ci`)
// Ends with the line "N passed, N failed"; exit code 1 when anything failed.
import { fileURLToPath } from 'node:url';
import { Counter } from './counter.mjs';
import { Service } from './service.mjs';
import { apollo } from './suites/apollo.mjs';
import { auditor } from './suites/auditor.mjs';
import { codegen } from './suites/codegen.mjs';
import { docsPage } from './suites/docs-page.mjs';
import { random } from './suites/fuzz.mjs';
import { graphqlRequest } from './suites/graphql-request.mjs';
import { hostile } from './suites/hostile.mjs';
import { httpAudit } from './suites/http-audit.mjs';
import { introspection } from './suites/introspection.mjs';
import { oauthClients } from './suites/oauth.mjs';
import { openApi } from './suites/openapi.mjs';
import { persistedQueries } from './suites/persisted-queries.mjs';
import { relay } from './suites/relay.mjs';
import { trustedDocuments } from './suites/trusted-documents.mjs';
import { urql } from './suites/urql.mjs';

const configuration = process.argv[2] ?? 'Release';
const built = (path, name) => fileURLToPath(new URL(`../../${path}/bin/${configuration}/net10.0/${name}.dll`, import.meta.url));
const counter = new Counter();

const dll = built('src/GraphQLTokens.Service', 'GraphQLTokens.Service');

const service = await Service.start(dll);
try {
  await counter.suite('GraphQL over HTTP', () => httpAudit(counter, service));
  await counter.suite('auditor', () => auditor(counter, service));
  await counter.suite('introspection', () => introspection(counter, service));
  await counter.suite('urql', () => urql(counter, service));
  await counter.suite('Apollo Client', () => apollo(counter, service));
  await counter.suite('graphql-request', () => graphqlRequest(counter, service));
  await counter.suite('OAuth clients', () => oauthClients(counter, service));
  await counter.suite('the page at /docs/', () => docsPage(counter, service));
  await counter.suite('relay-compiler', () => relay(counter, service));
  await counter.suite('graphql-codegen', () => codegen(counter, service));
  await counter.suite('automatic persisted queries', () => persistedQueries(counter, service));
  await counter.suite('trusted documents', () => trustedDocuments(counter, service, (settings) => Service.start(dll, settings)));
} finally {
  await service.end();
}
await counter.suite('OpenAPI', () => openApi(counter, (settings) => Service.start(dll, settings)));
await counter.suite('hostile input', () => hostile(counter, built('src/GraphQLTokens.Service', 'GraphQLTokens.Service')));
await counter.suite('random documents', () => random(counter, built('tests/GraphQLTokens.Engine.TestHost', 'GraphQLTokens.Engine.TestHost')));

console.log(`${counter.passed} passed, ${counter.failed} failed`);
process.exitCode = counter.failed === 0 ? 0 : 1;
