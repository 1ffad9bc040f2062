// Tokens for the tests, made and changed with the root token.
const ask = async (service, document, variables) => {
  const { data, errors } = await service.post(document, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

/** @returns `{ id, value }` */
export const create = async (service, input) =>
  (await ask(service, 'mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id value } } }', { input })).createAPIToken.token;

/** @returns the new value */
export const rotate = async (service, id) =>
  (await ask(service, 'mutation ($id: ID!) { rotateAPIToken(input: { id: $id }) { token { value } } }', { id })).rotateAPIToken.token.value;

export const remove = (service, id) => ask(service, 'mutation ($id: ID!) { deleteAPIToken(input: { id: $id }) { id } }', { id });
