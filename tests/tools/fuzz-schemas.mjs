// Schemas that were tampered with, put to the engine and to the reference implementation: is it a valid schema, and how is it printed, as it
// stands and sorted? node fuzz-schemas.mjs <engine-test-host.dll>
// FUZZ_SEED and FUZZ_ROUNDS as in fuzz.mjs. Where the reference's next edition sides with the engine, the verdict is excused, and counted.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as graphql16 from 'graphql';
import * as graphql17 from 'graphql-17';
import { Engine } from './fuzz/engine.mjs';
import { Random } from './fuzz/random.mjs';
import { rare } from './fuzz/schemas.mjs';
import { layOut, tamper } from './fuzz/text.mjs';

// Section 3.13: directives do not refer to themselves, and what they are given is of their arguments' types; execution needs @skip and @include as
// they are; section 3.10.3: no extension makes a type OneOf. The reference looks at none of these.
const strictness = /cannot reference itself|^Argument "\w+" has invalid value|must be defined with the argument "if|cannot become OneOf/;
const replacements = ['Int', 'String', 'Query', '!', '[', ']', '@', '{', '}', ':', '=', '1', 'null', 'true', '"s"', 'deprecated', 'oneOf', 'reason', 'extend', 'interface', 'union', '|', '&'];

export async function fuzzSchemas(dll, { seed, rounds, log = console.log }) {
  const random = new Random(seed);
  const engine = new Engine(dll);
  const sources = readSources();
  const seen = { valid: 0, printed: 0, invalid: 0, excused: 0 };
  const differences = [];
  try {
    for (let round = 0; round < rounds && differences.length < 20; round++) {
      const sdl = layOut(random.chance(0.8) ? exchange(random.pick(sources), random) : tamper(random.pick(sources), random), random);
      const expected = fault(graphql16, sdl);
      seen[expected ? 'invalid' : 'valid']++;
      const answer = await engine.print(sdl);
      if (answer.valid === !expected) {
        const prints = expected ? null : printed(sdl);
        if (prints) seen.printed++;
        const found = prints && (difference(prints.printed, answer.printed) ?? difference(prints.sorted, answer.sorted));
        if (found) differences.push(`round ${round}: ${JSON.stringify(sdl)}\n  ${found}`);
        if (found) log(differences.at(-1));
        continue;
      }
      if (answer.valid === !fault(graphql17, sdl) || strictness.test(answer.reason ?? '') || holdsOperations(sdl)) {
        seen.excused++;
        continue;
      }
      differences.push(`round ${round}: ${JSON.stringify(sdl)}\n  reference: ${expected ?? 'valid'}\n  engine: ${answer.reason ?? 'valid'}`);
      log(differences.at(-1));
    }
  } finally {
    engine.end();
  }
  return { seen, differences };
}

// One or two tokens, each exchanged for another of its kind, or for anything, or left out, or doubled: much of it is still a schema.
function exchange(tokens, random) {
  const changed = [...tokens];
  for (let left = random.int(1, 2); left > 0; left--) {
    const at = random.int(0, changed.length - 1);
    const isName = (token) => /^\w/.test(token);
    random.choose([
      [1, () => changed.splice(at, 1)],
      [1, () => changed.splice(at, 0, changed[at])],
      [4, () => { changed[at] = random.pick(changed.filter((token) => isName(token) === isName(changed[at]))); }],
      [2, () => { changed[at] = random.pick(replacements); }],
      [1, () => changed.splice(at, 0, random.pick(replacements))],
    ]);
  }
  return changed;
}

function fault(graphql, sdl) {
  try {
    return graphql.validateSchema(graphql.buildSchema(sdl))[0]?.message ?? null;
  } catch (error) {
    return error.message;
  }
}

// The engine passes over operations and fragments in a schema's text; the reference looks at their directives and types.
function holdsOperations(sdl) {
  try {
    return graphql16.parse(sdl).definitions.some(graphql16.isExecutableDefinitionNode);
  } catch {
    return false;
  }
}

// Null where the reference cannot: it has no text for a list or an object as a custom scalar's default.
function printed(sdl) {
  const schema = graphql16.buildSchema(sdl);
  try {
    return { printed: graphql16.printSchema(schema), sorted: graphql16.printSchema(graphql16.lexicographicSortSchema(schema)) };
  } catch {
    return null;
  }
}

function difference(expected, printed) {
  if (expected === printed) return null;
  const [wanted, found] = [expected.split('\n'), printed.split('\n')];
  const at = wanted.findIndex((line, index) => line !== found[index]);
  return `line ${at + 1}: reference ${JSON.stringify(wanted[at])}, engine ${JSON.stringify(found[at])}`;
}

// Rare ones, the vectors' small schemas, and the larger ones that documents are put to; none of them with an operation or a fragment in it.
function readSources() {
  const read = (name) => JSON.parse(readFileSync(new URL(`../GraphQLTokens.Engine.Tests/vectors/${name}`, import.meta.url), 'utf8'));
  const texts = [...rare.map((sdl) => ({ sdl })), ...read('schema.json').cases.filter(({ valid }) => valid), ...read('execution.json').suites, read('validation.json')];
  return texts.map(({ sdl }) => tokensOf(sdl)).filter((tokens) => !tokens.includes('fragment'));
}

function tokensOf(sdl) {
  const lexer = new graphql16.Lexer(new graphql16.Source(sdl));
  const tokens = [];
  for (let token = lexer.advance(); token.kind !== '<EOF>'; token = lexer.advance()) tokens.push(sdl.slice(token.start, token.end));
  return tokens;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const seed = Number(process.env.FUZZ_SEED || Date.now() % 0x7fffffff);
  const rounds = Number(process.env.FUZZ_ROUNDS || 1000);
  console.log(`FUZZ_SEED=${seed} FUZZ_ROUNDS=${rounds}`);
  const { seen, differences } = await fuzzSchemas(process.argv[2], { seed, rounds });
  console.log(`${JSON.stringify(seen)}; ${differences.length} differences`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}
