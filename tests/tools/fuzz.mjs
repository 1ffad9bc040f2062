// Random documents, right and wrong, put to the engine and to the reference implementation (npm graphql): node fuzz.mjs <engine-test-host.dll>
// FUZZ_SEED chooses the run (printed), FUZZ_ROUNDS how many documents. A difference is reduced, printed, and fails the run; where the reference's
// next edition sides with the engine, or fuzz/known.mjs knows the reference to be wrong, it is excused, and counted.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { buildSchema, printSchema } from 'graphql';
import { difference } from './fuzz/compare.mjs';
import { rootData } from './fuzz/data.mjs';
import { Documents } from './fuzz/documents.mjs';
import { Engine } from './fuzz/engine.mjs';
import { withoutKnown } from './fuzz/known.mjs';
import { Random } from './fuzz/random.mjs';
import { reduce } from './fuzz/reduce.mjs';
import { Reference } from './fuzz/reference.mjs';
import { layOut, scratch, tamper } from './fuzz/text.mjs';
import { Values } from './fuzz/values.mjs';

const roundsPerData = 50;

export async function fuzz(dll, { seed, rounds, log = console.log }) {
  const random = new Random(seed);
  const engine = new Engine(dll);
  const seen = { parse: 0, validate: 0, request: 0, execute: 0, none: 0, data: 0, excused: 0 };
  const differences = [];
  const schemas = readSchemas();
  let judges, schema;
  try {
    for (let round = 0; round < rounds && differences.length < 20; round++) {
      if (round % roundsPerData === 0) {
        const sdl = schemas[(round / roundsPerData) % schemas.length];
        schema = buildSchema(sdl);
        const root = rootData(schema, random);
        judges = { engine, reference: Reference.current(sdl, root), next: Reference.next(sdl, root) };
        const answer = await engine.load(sdl, root);
        if (!answer.ready) throw new Error(`the engine refuses the schema: ${answer.reason}`);
      }
      for (const request of requests(schema, random)) {
        const expected = judges.reference.answer(request);
        seen[expected.phase]++;
        if (expected.data) seen.data++;
        const answer = await engine.answer(request);
        const found = difference(expected, answer);
        if (!found) continue;
        if (isExcused(judges, request, expected, answer)) {
          seen.excused++;
          continue;
        }
        differences.push(await report(judges, request, found, round));
        log(differences.at(-1));
        break;
      }
    }
  } finally {
    engine.end();
  }
  return { seen, differences };
}

// One document, with a set of variables or two: the second finds its plan ready.
function requests(schema, random) {
  const wrong = random.choose([[4, () => 0], [3, () => 0.02], [1, () => 0.1]]);
  const { tokens, operations } = new Documents(schema, random, wrong).generate();
  const document = random.choose([
    [6, () => layOut(tokens, random)], [2, () => layOut(tamper(tokens, random), random)], [1, () => scratch(layOut(tokens, random), random)]]);
  return Array.from({ length: random.int(1, 2) }, () => {
    const operation = random.pick(operations);
    const values = new Values(random, random.chance(0.3) ? 0.1 : 0);
    const variables = operation.variables
      .filter(({ type, hasDefault }) => random.chance(hasDefault ? 0.6 : String(type).endsWith('!') ? 0.98 : 0.8))
      .map(({ name, type }) => `"${name}":${values.json(type)}`);
    const operationName = random.choose([
      [operations.length > 1 ? 20 : 5, () => operation.name ?? undefined], [operations.length > 1 ? 1 : 5, () => undefined], [0.2, () => random.pick(['Elsewhere', ''])]]);
    return { document, variables: variables.length > 0 ? `{${variables.join()}}` : undefined, operationName };
  });
}

// The next edition of the reference may side with the engine, and some faults of the reference are known.
function isExcused({ next }, request, expected, answer) {
  const kept = withoutKnown(answer);
  return kept === null || difference(expected, kept) === null || difference(next.answer(request), answer) === null;
}

async function report(judges, request, found, round) {
  const kind = found.split(/[:(]/)[0];
  const differs = async (document) => {
    const smaller = { ...request, document };
    const answer = await judges.engine.answer(smaller);
    const expected = judges.reference.answer(smaller);
    return difference(expected, answer)?.startsWith(kind) === true && !isExcused(judges, smaller, expected, answer);
  };
  const document = await reduce(request.document, differs);
  const smallest = { ...request, document };
  return `round ${round}: ${found}\n  reduced: ${JSON.stringify(document)} variables ${request.variables ?? '{}'} operation ${request.operationName}\n`
    + `  ${difference(judges.reference.answer(smallest), await judges.engine.answer(smallest))}`;
}

// The product's schema, the vectors' richest one, and those of the execution vectors; without directives applied to them, which need code behind them.
function readSchemas() {
  const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const vectors = 'tests/GraphQLTokens.Engine.Tests/vectors';
  const suites = JSON.parse(read(`${vectors}/execution.json`)).suites.map(({ sdl }) => sdl).filter((sdl) => !sdl.includes('"""'));
  return [read('schema.graphql'), JSON.parse(read(`${vectors}/validation.json`)).sdl, ...suites].map((sdl) => printSchema(buildSchema(sdl)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const seed = Number(process.env.FUZZ_SEED || Date.now() % 0x7fffffff);
  const rounds = Number(process.env.FUZZ_ROUNDS || 1000);
  console.log(`FUZZ_SEED=${seed} FUZZ_ROUNDS=${rounds}`);
  const { seen, differences } = await fuzz(process.argv[2], { seed, rounds });
  console.log(`${JSON.stringify(seen)}; ${differences.length} differences`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}
