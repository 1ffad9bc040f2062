// Random documents against a schema, as lists of tokens: valid ones where `wrong` is 0, else with a fault here and there.
import {
  GraphQLNonNull, getNamedType, isAbstractType, isCompositeType, isInputType, isListType, isNonNullType, isObjectType, isUnionType,
} from 'graphql';
import { Values } from './values.mjs';

const deepest = 5;

export class Documents {
  constructor(schema, random, wrong) {
    Object.assign(this, { schema, random, wrong });
    this.composites = Object.values(schema.getTypeMap()).filter((type) => isCompositeType(type) && !type.name.startsWith('__'));
    // Introspection's own enums differ between editions of the specification.
    this.inputs = Object.values(schema.getTypeMap()).filter((type) => isInputType(type) && !type.name.startsWith('__'));
    this.userTypes = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__') && !['Int', 'Float', 'String', 'Boolean', 'ID'].includes(name));
  }

  /** @returns `{ tokens, operations: [{ name, variables: [{ name, type, hasDefault }] }] }` */
  generate() {
    const { random, schema } = this;
    this.fragments = [];
    this.variables = new Map();
    this.aliases = 0;
    const count = random.chance(0.8) ? 1 : random.int(2, 3);
    const kinds = [schema.getQueryType(), schema.getQueryType(), schema.getMutationType() ?? schema.getQueryType()];
    if (random.chance(this.wrong)) kinds.push(schema.getSubscriptionType() ?? schema.getQueryType());
    const operations = Array.from({ length: count }, (_, index) => {
      const root = random.pick(kinds);
      const scope = this.#scope(root, null);
      scope.tokens = this.#selectionSet(root, 0, scope);
      return { root, scope, name: count > 1 || random.chance(0.5) ? (random.chance(this.wrong) ? 'Op0' : `Op${index}`) : null };
    });
    const definitions = operations.map((operation) => this.#operation(operation));
    for (const fragment of this.fragments) definitions.splice(random.int(0, definitions.length), 0, this.#fragment(fragment));
    if (random.chance(this.wrong)) definitions.push(this.#strayDefinition());
    return { tokens: definitions.flat(), operations: operations.map(({ name, variables }) => ({ name, variables })) };
  }

  #scope(type, name) {
    return { type, name, used: new Set(), spreads: new Set(), tokens: [] };
  }

  #operation(operation) {
    const { random, schema } = this;
    const used = this.#usedBy(operation.scope);
    operation.variables = [...used].map((name) => ({ name, ...this.variables.get(name) }));
    if (operation.variables.length && random.chance(this.wrong)) operation.variables.pop();
    if (random.chance(this.wrong)) operation.variables.push({ name: 'unused', type: this.random.pick(this.inputs) });
    const keyword = { [schema.getQueryType().name]: 'query', [schema.getMutationType()?.name]: 'mutation', [schema.getSubscriptionType()?.name]: 'subscription' }[operation.root.name];
    const location = keyword.toUpperCase();
    const bare = keyword === 'query' && !operation.name && operation.variables.length === 0 && random.chance(0.7);
    if (bare) return operation.scope.tokens;
    const values = new Values(random, this.wrong);
    const variables = operation.variables.flatMap((variable) => [
      `$`, variable.name, ':', ...typeTokens(variable.type),
      ...(variable.hasDefault ? ['=', ...values.literal(variable.defaultType ?? variable.type)] : []),
      ...this.#directives('VARIABLE_DEFINITION', null)]);
    return [
      keyword, ...(operation.name ? [operation.name] : []), ...(variables.length ? ['(', ...variables, ')'] : []),
      ...this.#directives(location, operation.scope), ...operation.scope.tokens];
  }

  #fragment(scope) {
    return ['fragment', this.random.chance(this.wrong) ? 'F0' : scope.name, 'on', scope.type.name, ...this.#directives('FRAGMENT_DEFINITION', null), ...scope.tokens];
  }

  #strayDefinition() {
    return this.random.pick([
      ['fragment', 'Unused', 'on', this.random.pick(this.userTypes), '{', '__typename', '}'],
      ['fragment', 'Loop', 'on', this.schema.getQueryType().name, '{', '...', 'Loop', '}'],
      ['type', 'Stray', '{', 'a', ':', 'Int', '}'],
      ['query', 'Op0', '{', '__typename', '}'],
      ['{', '__typename', '}'],
      ['subscription', '{', '__typename', '}'],
      ['extend', 'type', this.random.pick(this.userTypes), '@', 'deprecated'],
    ]);
  }

  // Through every fragment that can be reached.
  #usedBy(scope, seen = new Set()) {
    if (seen.has(scope)) return new Set();
    seen.add(scope);
    const used = new Set(scope.used);
    for (const spread of scope.spreads) for (const name of this.#usedBy(spread, seen)) used.add(name);
    return used;
  }

  #selectionSet(type, depth, scope) {
    const { random } = this;
    const selections = [];
    const count = depth > deepest ? 1 : random.int(1, depth === 0 ? 4 : 5);
    for (let index = 0; index < count; index++) {
      selections.push(random.choose([
        [isUnionType(type) || depth > deepest ? 0 : 10, () => this.#field(type, depth, scope)],
        [isUnionType(type) || depth > deepest ? 4 : 1, () => this.#typename()],
        [depth > deepest ? 0 : isAbstractType(type) ? 6 : 1, () => this.#inlineFragment(type, depth, scope)],
        [depth > deepest ? 0 : isAbstractType(type) ? 3 : 1, () => this.#spread(type, depth, scope)],
        [index > 0 ? 1 : 0, () => random.pick(selections)],
      ]));
    }
    return ['{', ...selections.flat(), '}'];
  }

  #typename() {
    return [...(this.random.chance(0.2) ? [this.random.pick(['kind', 't', '_']), ':'] : []), '__typename'];
  }

  #field(type, depth, scope) {
    const { random } = this;
    if (random.chance(this.wrong)) return [random.pick(['nope', 'id', 'name', '__schemas', this.random.pick(this.userTypes)]), ...(random.chance(0.3) ? ['{', '__typename', '}'] : [])];
    if (depth === 0 && type === this.schema.getQueryType() && random.chance(0.05)) return this.#typeQuery();
    const fields = Object.values(type.getFields());
    const shallow = depth > 3 ? fields.filter((field) => !isCompositeType(getNamedType(field.type))) : fields;
    const field = random.pick(shallow.length > 0 ? shallow : fields);
    const composite = isCompositeType(getNamedType(field.type));
    const sub = composite !== random.chance(this.wrong) ? this.#subselection(field, depth, scope, composite) : [];
    return [...this.#alias(field), field.name, ...this.#arguments(field.args, scope), ...this.#directives('FIELD', scope), ...sub];
  }

  #subselection(field, depth, scope, composite) {
    return composite ? this.#selectionSet(getNamedType(field.type), depth + 1, scope) : ['{', '__typename', '}'];
  }

  #alias(field) {
    const { random } = this;
    if (field.args.length > 0) return random.chance(0.9) ? [`x${this.aliases++}`, ':'] : [];
    return random.chance(0.1) ? [random.chance(0.9) ? `x${this.aliases++}` : random.pick(['a', 'b', 'id', 'name']), ':'] : [];
  }

  // Introspection of the schema's own types: what is built in differs between editions of the specification.
  #typeQuery() {
    if (this.random.chance(0.2)) return [`x${this.aliases++}`, ':', '__schema', '{', 'description', 'types', '{', 'name', 'kind', '}', 'directives', '{', 'name', 'isRepeatable', '}', '}'];
    const name = this.random.pick(this.userTypes);
    const reference = ['{', 'kind', 'name', 'ofType', '{', 'kind', 'name', 'ofType', '{', 'name', '}', '}', '}'];
    const value = ['{', 'name', 'description', 'defaultValue', 'isDeprecated', 'deprecationReason', 'type', ...reference, '}'];
    const all = ['(', 'includeDeprecated', ':', this.random.pick(['true', 'false']), ')'];
    return [
      `x${this.aliases++}`, ':', '__type', '(', 'name', ':', JSON.stringify(name), ')', '{', 'kind', 'name', 'description', 'specifiedByURL', 'isOneOf',
      'fields', ...all, '{', 'name', 'description', 'isDeprecated', 'deprecationReason', 'args', ...all, ...value, 'type', ...reference, '}',
      'inputFields', ...all, ...value, 'interfaces', '{', 'name', '}', 'possibleTypes', '{', 'name', '}',
      'enumValues', ...all, '{', 'name', 'description', 'isDeprecated', 'deprecationReason', '}', '}'];
  }

  #arguments(args, scope) {
    const { random } = this;
    const values = this.#values(scope);
    const given = args.filter((arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || random.chance(0.5));
    if (given.length > 0 && random.chance(this.wrong)) given.pop();
    if (given.length > 0 && random.chance(this.wrong)) given.push(random.pick(given));
    const tokens = given.flatMap((arg) => [arg.name, ':', ...values.literal(arg.type, 0, { hasDefault: arg.defaultValue !== undefined })]);
    if (random.chance(this.wrong / 2)) tokens.push('nope', ':', '1');
    return tokens.length > 0 ? ['(', ...tokens, ')'] : [];
  }

  #values(scope) {
    return new Values(this.random, this.wrong, (type, depth, position) => {
      if (!scope || !this.random.chance(depth === 0 ? 0.25 : 0.08)) return null;
      const name = this.#variable(type, position);
      scope.used.add(name);
      return ['$', name];
    });
  }

  // A variable that fits the place, or, with the chance `wrong`, perhaps none such.
  #variable(place, { hasDefault = false, oneOf = false }) {
    const { random } = this;
    const same = [...this.variables].filter(([, variable]) => variable.place === place && variable.oneOf === oneOf && variable.atDefault === hasDefault);
    if (same.length > 0 && random.chance(0.4)) return random.pick(same)[0];
    const name = `v${this.variables.size}`;
    const variable = { place, oneOf, atDefault: hasDefault, type: oneOf && !random.chance(this.wrong) ? new GraphQLNonNull(place) : place, hasDefault: false };
    if (random.chance(this.wrong)) variable.type = random.pick(this.inputs);
    else if (!isNonNullType(place) && random.chance(0.2)) variable.type = new GraphQLNonNull(place);
    else if (isNonNullType(place) && (hasDefault || random.chance(0.3))) Object.assign(variable, { type: place.ofType, hasDefault: !hasDefault, defaultType: hasDefault ? undefined : place });
    if (!variable.hasDefault && !oneOf && random.chance(0.2)) variable.hasDefault = true;
    this.variables.set(name, variable);
    return name;
  }

  #inlineFragment(type, depth, scope) {
    const { random } = this;
    const on = random.chance(0.15) ? type : this.#overlapping(type);
    const condition = on === type && random.chance(0.7) ? [] : ['on', random.chance(this.wrong) ? random.pick([...this.userTypes, 'Nowhere']) : on.name];
    return ['...', ...condition, ...this.#directives('INLINE_FRAGMENT', scope), ...this.#selectionSet(on, depth + 1, scope)];
  }

  #spread(type, depth, scope) {
    const { random } = this;
    if (random.chance(this.wrong)) return ['...', random.pick(['Missing', 'F0', scope.name ?? 'F1'])];
    const usable = this.fragments.filter((fragment) => fragment.done && this.#overlap(type, fragment.type));
    let fragment = usable.length > 0 && random.chance(0.5) ? random.pick(usable) : null;
    if (!fragment) {
      fragment = this.#scope(this.#overlapping(type), `F${this.fragments.length}`);
      this.fragments.push(fragment);
      fragment.tokens = this.#selectionSet(fragment.type, depth + 1, fragment);
      fragment.done = true;
    }
    scope.spreads.add(fragment);
    return ['...', fragment.name, ...this.#directives('FRAGMENT_SPREAD', scope)];
  }

  #possible(type) {
    return isObjectType(type) ? [type] : this.schema.getPossibleTypes(type);
  }

  #overlap(left, right) {
    const possible = new Set(this.#possible(left));
    return this.#possible(right).some((type) => possible.has(type));
  }

  #overlapping(type) {
    return this.random.pick(this.composites.filter((other) => this.#overlap(type, other)));
  }

  #directives(location, scope) {
    const { random } = this;
    const tokens = [];
    while (random.chance(0.07)) {
      const known = this.schema.getDirectives().filter((directive) => directive.locations.includes(location) && (directive.isRepeatable || !tokens.includes(directive.name)));
      if (random.chance(this.wrong)) tokens.push('@', random.pick(['skip', 'deprecated', 'nowhere', 'oneOf']));
      else if (known.length > 0) {
        const directive = random.pick(known);
        tokens.push('@', directive.name, ...this.#arguments(directive.args, scope));
      }
    }
    return tokens;
  }
}

/** The tokens of a reference to a type, e.g. `[`, `ID`, `!`, `]`. */
function typeTokens(type) {
  if (isNonNullType(type)) return [...typeTokens(type.ofType), '!'];
  return isListType(type) ? ['[', ...typeTokens(type.ofType), ']'] : [type.name];
}

