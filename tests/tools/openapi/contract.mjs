// An OpenAPI document as a contract: its operations, its examples, and what an answer breaks of it.
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace'];

// What every answer may have, whatever it is about: the transport's own, and what the service says to browsers.
const everywhere = new Set(['cache-control', 'connection', 'content-length', 'content-type', 'date', 'etag', 'expires', 'keep-alive', 'pragma', 'referrer-policy', 'server', 'transfer-encoding', 'x-content-type-options']);

export class Contract {
  #document;
  #schemas;

  constructor(document) {
    this.#document = structuredClone(document);
    closeSchemas(this.#document);
    this.#schemas = addFormats(new Ajv2020({ strict: false, allErrors: true, validateSchema: false }));
    this.#schemas.addSchema(this.#document, 'document');
    this.operations = Object.entries(this.#document.paths).flatMap(([path, item]) =>
      Object.keys(item).filter((method) => methods.includes(method)).map((method) => this.#operation(path, method)));
  }

  /** Those with methods that are refused: on others one method stands for all. */
  get paths() {
    return Object.entries(this.#document.paths).filter(([, item]) => !Object.values(item).some((operation) => operation['x-any-method'])).map(([path]) => path);
  }

  /** The methods that a path has, in capitals. */
  methodsOf(path) {
    return this.operations.filter((operation) => operation.path === path).map(({ method }) => method);
  }

  /** Every example and default with the place of its schema: `{ place, schema, value }`. */
  examples() {
    const found = [];
    const visit = (node, pointer) => {
      if (typeof node !== 'object' || node === null) return;
      const add = (name, schema, value) => found.push({ place: `${pointer}/${name}`, schema, value });
      if (node.schema && 'example' in node) add('example', `${pointer}/schema`, node.example);
      if (node.schema && node.examples) for (const [name, { value }] of Object.entries(node.examples)) add(`examples/${name}`, `${pointer}/schema`, value);
      if (Array.isArray(node.examples)) node.examples.forEach((value, index) => add(`examples/${index}`, pointer, value));
      if ('default' in node && isSchema(node)) add('default', pointer, node.default);
      for (const [name, child] of Object.entries(node)) if (!['example', 'examples', 'default', 'const', 'enum'].includes(name)) visit(child, `${pointer}/${escape(name)}`);
    };
    visit(this.#document, '');
    return found;
  }

  /** Places of bodies that are described and have no example. */
  bodiesWithoutExample() {
    const found = [];
    const visit = (node, pointer) => {
      if (typeof node !== 'object' || node === null) return;
      if (node.content) for (const [type, body] of Object.entries(node.content)) if (!('example' in body) && !body.examples) found.push(`${pointer}/content/${escape(type)}`);
      for (const [name, child] of Object.entries(node)) visit(child, `${pointer}/${escape(name)}`);
    };
    visit(this.#document, '');
    return found;
  }

  /** @returns what is wrong with a value, by the schema at a place: nothing where it is as described. */
  faultsOf(schema, value) {
    // A pointer in a URI: what JSON Pointer leaves as it is, a fragment may not hold.
    const validate = this.#schemas.compile({ $ref: `document#${schema.split('/').map(encodeURIComponent).join('/')}` });
    return validate(value) ? [] : validate.errors.map(({ instancePath, message, params }) => `${instancePath || '(the whole)'} ${message} ${JSON.stringify(params)}`);
  }

  /** @returns what an answer has that is not described for its operation and status, or lacks of it. */
  faultsOfAnswer(operation, { status, headers, text }) {
    const [response, pointer] = this.#resolve(operation.responses[status], `${operation.pointer}/responses/${status}`);
    if (!response) return [`${status} is not documented: ${text}`];
    return [...this.#faultsOfHeaders(response, headers), ...this.#faultsOfBody(response, pointer, headers.get('content-type'), text)];
  }

  #faultsOfHeaders(response, headers) {
    const described = Object.entries(response.headers ?? {}).map(([name, header]) => [name.toLowerCase(), this.#resolve(header, '')[0]]);
    const known = new Set(described.map(([name]) => name));
    return [
      ...[...headers.keys()].filter((name) => !known.has(name) && !everywhere.has(name)).map((name) => `the header ${name} is not documented`),
      ...described.filter(([name, { required }]) => required && !headers.has(name)).map(([name]) => `the header ${name} is missing`),
    ];
  }

  #faultsOfBody(response, pointer, contentType, text) {
    if (!response.content) return text === '' ? [] : [`there is a body, which is not documented: ${text}`];
    const type = (contentType ?? '').split(';')[0];
    const described = response.content[type];
    if (!described) return [`the content type ${type || '(none)'} is not documented: ${text}`];
    const value = JSON.parse(text);
    const code = value.code ?? value.error;
    const codes = Object.values(described.examples ?? { only: { value: described.example } }).map(({ value }) => value?.code ?? value?.error);
    return [
      ...this.faultsOf(`${pointer}/content/${escape(type)}/schema`, value),
      ...(typeof code === 'string' && 'status' in value && !codes.includes(code) ? [`the code ${code} has no example`] : []),
    ];
  }

  #operation(path, method) {
    const item = this.#document.paths[path];
    const operation = item[method];
    const [body] = this.#resolve(operation.requestBody, '');
    const [type, described] = Object.entries(body?.content ?? {})[0] ?? [];
    return {
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      pointer: `/paths/${escape(path)}/${method}`,
      responses: operation.responses,
      statuses: Object.keys(operation.responses),
      schemes: (operation.security ?? this.#document.security).flatMap((requirement) => Object.keys(requirement)),
      body: described && { type, value: described.example ?? Object.values(described.examples)[0].value },
    };
  }

  #resolve(node, pointer) {
    if (!node?.$ref) return [node, pointer];
    const place = node.$ref.slice(1);
    return this.#resolve(place.split('/').slice(1).reduce((at, name) => at?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], this.#document), place);
  }
}

const escape = (name) => name.replaceAll('~', '~0').replaceAll('/', '~1');
const isSchema = (node) => ['type', '$ref', 'oneOf', 'enum', 'const'].some((keyword) => keyword in node);

// What a schema does not name is not described: with this, an answer that has more than the document says is at fault.
function closeSchemas(document) {
  const close = (schema, isPart = false) => {
    if (typeof schema !== 'object' || schema === null) return;
    for (const property of Object.values(schema.properties ?? {})) close(property);
    for (const keyword of ['oneOf', 'anyOf']) schema[keyword]?.forEach((part) => close(part, isPart));
    schema.allOf?.forEach((part) => close(part, true));
    close(schema.items);
    if (schema.properties && !isPart && !('additionalProperties' in schema)) schema.unevaluatedProperties = false;
  };
  const visit = (node) => {
    if (typeof node !== 'object' || node === null) return;
    if (node.schema) close(node.schema);
    Object.values(node).forEach(visit);
  };
  Object.values(document.components.schemas).forEach((schema) => close(schema));
  visit(document.paths);
  visit(document.components.responses);
}
