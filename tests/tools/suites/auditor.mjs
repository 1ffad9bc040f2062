// What a public auditor of GraphQL services (graphql-cop) looks for, in our own words: twelve questions that version 1.2 asks and two of later versions. At the default
// settings the answers are what the service means to have: introspection and GET for whoever has a key, and the playground.
import assert from 'node:assert/strict';

const meant = ['an IDE is served', 'introspection is answered', 'queries come by GET'];

export async function auditor(counter, service) {
  for (const [caller, headers, found] of [['with a key', service.headers, meant], ['without one', {}, ['an IDE is served']]]) {
    const findings = [];
    for (const [finding, isFound] of questions(service.url, headers)) {
      await counter.check(`${caller}: ${finding}`, async () => {
        if (await isFound()) findings.push(finding);
      });
    }
    await counter.check(`${caller}: nothing is found but what is meant`, () => assert.deepEqual(findings.sort(), found));
  }
}

function questions(url, headers) {
  const send = async (init, path = '') => {
    const response = await fetch(url + path, { ...init, headers: { ...headers, ...init.headers } });
    const text = await response.text();
    try {
      return { response, text, json: JSON.parse(text) };
    } catch {
      return { response, text, json: {} };
    }
  };
  const post = (body, type = 'application/json') => send({ method: 'POST', body, headers: { 'Content-Type': type } });
  const ask = (query) => post(JSON.stringify({ query }));
  const many = (times, text) => Array.from({ length: times }, (_, index) => text(index)).join(' ');
  return [
    ['more than 100 aliases are answered', async () => (await ask(`{ ${many(101, (index) => `n${index}: __typename`)} }`)).json.data?.n100 !== undefined],
    ['a batch is answered', async () => {
      const { json } = await post(JSON.stringify(Array(10).fill({ query: '{ __typename }' })));
      return Array.isArray(json) && json.filter(({ data }) => data).length >= 10;
    }],
    ['queries come by GET', async () => (await send({ method: 'GET' }, `?query=${encodeURIComponent('{ __typename }')}`)).json.data?.__typename !== undefined],
    ['mutations come by GET', async () => (await send({ method: 'GET' }, `?query=${encodeURIComponent('mutation { __typename }')}`)).json.data?.__typename !== undefined],
    ['forms are taken by POST', async () => {
      const form = await post(`query=${encodeURIComponent('{ __typename }')}`, 'application/x-www-form-urlencoded');
      const url = await send({ method: 'POST' }, `?query=${encodeURIComponent('{ __typename }')}`);
      return [form, url].some(({ json }) => json.data?.__typename !== undefined);
    }],
    ['traces or stacks are told', async () => {
      const answers = [await ask('{ __typename }'), await ask('{ broken'), await ask('{ nothing }')];
      return answers.some(({ text }) => /tracing|stacktrace|"exception"|\bat [\w.]+\(/i.test(text));
    }],
    ['a field may stand 500 times', async () => (await ask(`{ ${many(500, () => '__typename')} }`)).json.data?.__typename !== undefined],
    ['similar names are suggested', async () => (await ask('{ __schema { directive } }')).text.includes('Did you mean')],
    ['an IDE is served', async () => {
      const pages = await Promise.all(['/graphql', '/graphiql', '/playground', '/console'].map(async (path) => {
        const response = await fetch(new URL(path, url), { headers: { Accept: 'text/html' } });
        return response.ok && (await response.text()).includes('<script');
      }));
      return pages.includes(true);
    }],
    ['introspection is answered', async () => (await ask('{ __schema { types { name fields { name } } } }')).json.data?.__schema !== undefined],
    ['ten unknown directives are told of one by one', async () => (await ask(`{ __typename ${'@aa'.repeat(10)} }`)).json.errors?.length === 10],
    ['introspection goes in circles', async () => (await ask(`{ __schema { types { ${'fields { type { '.repeat(4)} name ${'} } '.repeat(4)} } } }`)).json.data?.__schema?.types?.length > 25],
    ['fragments go in circles', async () => (await ask('{ __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }')).json.data !== undefined],
    ['what is no operation breaks something', async () => {
      const { response, text } = await ask('qwerty { abc }');
      return response.status >= 500 || /exception|INTERNAL/i.test(text);
    }],
  ];
}
