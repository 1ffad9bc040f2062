// Values for input types: as GraphQL literals (lists of tokens) and as JSON text, right ones and, with the chance `wrong`, wrong ones.
import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';

const words = ['', 'a', 'self', 'Zoë', 'two words', '10.0.0.0/8', 'line\nbreak', 'quote " and \\', 'tab\t', '😀', '\u2028', '/*', '<&>', '\u0007', '0', '1.5', 'true'];
const names = ['Unknown', 'A', 'ASC', 'nothing', 'on', 'type', 'True'];
const integers = ['0', '1', '-1', '42', '2147483647', '-2147483648'];
const floats = ['0.5', '-0.0', '1e3', '1.0', '2.5E-3', '6.02e23'];
const tooBig = ['2147483648', '-2147483649', '9999999999', '1e10'];

export class Values {
  /** @param variable called with a type, it may answer the tokens of a variable to stand there, or null. */
  constructor(random, wrong, variable = () => null) {
    Object.assign(this, { random, wrong, variable });
  }

  literal(type, depth = 0, position = {}) {
    const { random } = this;
    const variable = this.variable(type, depth, position);
    if (variable) return variable;
    if (random.chance(this.wrong)) return this.#anyLiteral();
    if (isNonNullType(type)) return this.#literalOf(type.ofType, depth);
    return random.chance(0.08) ? ['null'] : this.#literalOf(type, depth);
  }

  #literalOf(type, depth) {
    const { random } = this;
    if (isListType(type)) {
      if (random.chance(0.15)) return this.literal(type.ofType, depth + 1);
      return ['[', ...Array.from({ length: random.int(0, 3) }, () => this.literal(type.ofType, depth + 1)).flat(), ']'];
    }
    if (isInputObjectType(type)) {
      const fields = chosenFields(random, type, depth, this.wrong).flatMap((field) => [
        field.name, ':', ...this.literal(field.type, depth + 1, { hasDefault: field.defaultValue !== undefined, oneOf: type.isOneOf })]);
      if (random.chance(this.wrong)) fields.push(random.pick(['nope', ...Object.keys(type.getFields())]), ':', ...this.#anyLiteral());
      return ['{', ...fields, '}'];
    }
    if (isEnumType(type)) return [random.pick(type.getValues()).name];
    switch (type.name) {
      case 'Int': return [random.pick(integers)];
      case 'Float': return [random.pick([...integers, ...floats, ...tooBig])];
      case 'Boolean': return [random.pick(['true', 'false'])];
      case 'String': return [this.#string()];
      case 'ID': return [random.chance(0.3) ? random.pick(integers) : this.#string()];
      default: return depth > 3 ? ['null'] : this.#anyLiteral(['0.5', '-1.25'], ['2147483648', '9999999999']);
    }
  }

  // What an opaque scalar is given it gives back: only numbers that every runtime writes alike.
  #anyLiteral(fractions = floats, large = tooBig) {
    const { random } = this;
    return random.choose([
      [3, () => [this.#string()]], [2, () => [random.pick(integers)]], [1, () => [random.pick(large)]], [1, () => [random.pick(fractions)]],
      [1, () => [random.pick(['true', 'false', 'null'])]], [1, () => [random.pick(names)]],
      [1, () => ['[', random.pick(integers), this.#string(), ']']],
      [1, () => ['{', random.pick(['a', 'x', 'id']), ':', random.pick(integers), '}']],
      [0.3, () => ['[', ']']], [0.3, () => ['{', '}']],
    ]);
  }

  #string() {
    const { random } = this;
    const word = random.pick(words);
    if (random.chance(0.15)) return `"""${random.pick(['', '\n  ', '\n', ' '])}${word.replaceAll('"""', '').replace(/[\\"]$/, '')}${random.pick(['', '\n  more\n', '\\"""', '\n'])}"""`;
    const quoted = JSON.stringify(word);
    return random.chance(0.1) ? quoted.replace('a', () => random.pick(['\\u0061', '\\u{61}', '\\u{0061}'])) : quoted;
  }

  /** JSON text for a variable of the type. */
  json(type, depth = 0) {
    const { random } = this;
    if (random.chance(this.wrong)) return this.#anyJson();
    if (!isNonNullType(type) && random.chance(0.12)) return 'null';
    const inner = getNullableType(type);
    if (isListType(inner)) {
      if (random.chance(0.15)) return this.json(inner.ofType, depth + 1);
      return `[${Array.from({ length: random.int(0, 3) }, () => this.json(inner.ofType, depth + 1)).join()}]`;
    }
    if (isInputObjectType(inner)) {
      const fields = chosenFields(random, inner, depth, this.wrong).map((field) => `${JSON.stringify(field.name)}:${this.json(field.type, depth + 1)}`);
      if (random.chance(this.wrong)) fields.push(`"nope":${this.#anyJson()}`);
      return `{${fields.join()}}`;
    }
    if (isEnumType(inner)) return JSON.stringify(random.pick(inner.getValues()).name);
    switch (inner.name) {
      case 'Int': return random.pick([...integers, '1.0', '1e2', '-0']);
      case 'Float': return random.pick([...integers, ...floats, ...tooBig]);
      case 'Boolean': return random.pick(['true', 'false']);
      case 'String': return JSON.stringify(random.pick(words));
      case 'ID': return random.chance(0.3) ? random.pick(['1', '-7', '2147483647', '1.0']) : JSON.stringify(random.pick(words));
      default: return this.#anyJson().replace('1e3', '7');
    }
  }

  #anyJson() {
    return this.random.pick(['null', 'true', '1', '-1.5', '2147483648', '"text"', '"1"', '""', '[]', '[1,"a",null]', '{}', '{"a":1}', '{"a":{"b":[]}}', '1e3', '"ASC"']);
  }
}

/** The fields to give: every required one, some of the others; one alone where the type says so; now and then, where wrong is wanted, one too few or too many. */
function chosenFields(random, type, depth, wrong) {
  const fields = Object.values(type.getFields());
  if (type.isOneOf && !random.chance(wrong)) return [random.pick(fields)];
  const share = depth > 2 ? 0 : 0.4;
  const chosen = fields.filter((field) => (isNonNullType(field.type) && field.defaultValue === undefined) || random.chance(share));
  if (chosen.length > 0 && random.chance(wrong)) chosen.splice(random.int(0, chosen.length - 1), 1);
  return random.chance(0.3) ? chosen.reverse() : chosen;
}
