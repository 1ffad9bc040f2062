// The reference implementation as a judge: its answer to a request over root data, by the conventions of the execution vectors.
import * as graphql16 from 'graphql';
import * as graphql17 from 'graphql-17';

const many = 100_000;

export class Reference {
  static current = (sdl, root) => new Reference(graphql16, sdl, root);
  static next = (sdl, root) => new Reference(graphql17, sdl, root);

  constructor(graphql, sdl, root) {
    Object.assign(this, { graphql, root, schema: graphql.buildSchema(sdl) });
    // This one bounds introspection, which the specification leaves to servers.
    this.rules = graphql.specifiedRules.filter((rule) => rule.name !== 'MaxIntrospectionDepthRule');
  }

  /** @returns `{ phase, data?, errors: [{ message, locations, path }] }`; the phase that ended it: parse, validate, request, execute, or none where it has no answer. */
  answer({ document, variables, operationName }) {
    const { graphql } = this;
    let tree;
    try {
      tree = graphql.parse(document);
    } catch (error) {
      return { phase: 'parse', errors: [error] };
    }
    const faults = this.#validate(tree);
    if (faults === null) return { phase: 'none', errors: [] };
    if (faults.length > 0) return { phase: 'validate', errors: faults };
    // The reference would execute it as if it were a query; a subscription is nothing for one answer.
    if (graphql.getOperationAST(tree, operationName)?.operation === 'subscription') return { phase: 'request', errors: [] };
    const result = graphql.execute({
      schema: this.schema, document: tree, rootValue: this.root, variableValues: variables && JSON.parse(variables), operationName,
      fieldResolver: resolve, typeResolver: (value) => value?.__typename, options: { maxCoercionErrors: many },
    });
    return { phase: 'data' in result ? 'execute' : 'request', data: result.data, errors: result.errors ?? [] };
  }

  // Null where the reference itself breaks off: it evaluates @skip and @include of subscriptions while it validates, with no variables.
  #validate(tree) {
    try {
      return this.graphql.validate(this.schema, tree, this.rules, { maxErrors: many });
    } catch {
      return null;
    }
  }
}

function resolve(parent, args, context, info) {
  const parentType = info.parentType.getFields()[info.fieldName];
  const value = Object.hasOwn(parent ?? {}, info.fieldName) ? parent[info.fieldName] : null;
  return valueOf(value, args, parentType);
}

function valueOf(value, args, field) {
  if (Array.isArray(value)) return value.map((item) => item instanceof Object && '$error' in item ? new Error(item.$error) : valueOf(item, args, field));
  if (!(value instanceof Object)) return value;
  if ('$error' in value) throw new Error(value.$error);
  return '$args' in value ? JSON.stringify(inOrder(args, field.args)) : value;
}

// In the order of the definitions, input fields likewise.
function inOrder(values, definitions) {
  return Object.fromEntries(definitions.filter(({ name }) => Object.hasOwn(values, name)).map(({ name, type }) => [name, ordered(values[name], type)]));
}

function ordered(value, type) {
  const inner = type.ofType && !Array.isArray(value) ? type.ofType : type;
  if (inner !== type) return ordered(value, inner);
  if (Array.isArray(value)) {
    const list = nullable(type);
    return list.ofType ? value.map((item) => ordered(item, list.ofType)) : value;
  }
  return value instanceof Object && type.getFields ? inOrder(value, Object.values(type.getFields())) : value;
}

function nullable(type) {
  return type.constructor.name === 'GraphQLNonNull' ? type.ofType : type;
}
