// The service under attack, alone: node hostile.mjs [configuration]   (after `./build.sh build`; needs no packages)
import { fileURLToPath } from 'node:url';
import { Counter } from './counter.mjs';
import { Service } from './service.mjs';
import { auditor } from './suites/auditor.mjs';
import { hostile } from './suites/hostile.mjs';

const dll = fileURLToPath(new URL(`../../src/GraphQLTokens.Service/bin/${process.argv[2] ?? 'Release'}/net10.0/GraphQLTokens.Service.dll`, import.meta.url));
const counter = new Counter();
const service = await Service.start(dll);
try {
  await counter.suite('auditor', () => auditor(counter, service));
} finally {
  await service.end();
}
await counter.suite('hostile input', () => hostile(counter, dll));

console.log(`${counter.passed} passed, ${counter.failed} failed`);
process.exitCode = counter.failed === 0 ? 0 : 1;
