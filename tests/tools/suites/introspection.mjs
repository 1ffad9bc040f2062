// Every form of the introspection document that four editions of the reference implementation write, and what they read from the answer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diff } from '@graphql-inspector/core';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';

// What introspection has no words for, directives of our own where they are applied, is compared by nobody.
const bySdl = (schema) => buildSchema(printSchema(schema));
const options = ['descriptions', 'specifiedByUrl', 'directiveIsRepeatable', 'schemaDescription', 'inputValueDeprecation', 'oneOf'];
const everything = Object.fromEntries(options.map((name) => [name, true]));

export async function introspection(counter, service) {
  for (const edition of ['graphql-14', 'graphql-15', 'graphql', 'graphql-17']) {
    const graphql = await import(edition);
    // Edition 15 asks for `specifiedByUrl`, a name from before the specification settled on `specifiedByURL`.
    const asked = edition === 'graphql-15' ? options.filter((name) => name !== 'specifiedByUrl') : options;
    await counter.check(`${edition} ${graphql.version}: every form is answered and understood`, () => everyForm(graphql, asked, service));
  }

  const { data } = await service.post(getIntrospectionQuery(everything));
  const live = buildClientSchema(data);
  const file = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
  await counter.check('graphql-inspector finds no change between schema.graphql and the live schema', async () =>
    assert.deepEqual((await diff(bySdl(file), bySdl(live))).map(({ message }) => message), []));
  await counter.check('graphql-inspector finds a change that is there', async () =>
    assert.deepEqual(
      (await diff(buildSchema(printSchema(file).replace('viewer: Viewer!', 'viewer: Viewer')), bySdl(live))).map(({ message }) => message),
      ["Field 'Query.viewer' changed type from 'Viewer' to 'Viewer!'"]));
  await counter.check('the live schema prints as schema.graphql does', () =>
    assert.equal(printSchema(lexicographicSortSchema(live)), printSchema(lexicographicSortSchema(file))));
}

async function everyForm(graphql, asked, service) {
  const documents = new Set();
  for (let choice = 0; choice < 2 ** asked.length; choice++) {
    documents.add(graphql.getIntrospectionQuery(Object.fromEntries(asked.map((name, bit) => [name, (choice & (2 ** bit)) !== 0]))));
  }
  for (const document of documents) {
    const answer = await service.post(document);
    assert.equal(answer.errors, undefined, `${JSON.stringify(answer.errors)} for ${document}`);
    assert.ok(graphql.buildClientSchema(answer.data).getType('APITokenConnection'));
  }
}
