// Root data for a schema, by the conventions of the execution vectors: mostly as the types want it, now and then not.
import { getNullableType, isAbstractType, isEnumType, isLeafType, isListType, isNonNullType } from 'graphql';

const texts = ['', 'x', 'Zoë', 'two words', '😀', 'quote " \\ ', '1', 'true', '2026-01-31T12:00:00.000Z'];
const deepest = 4;

/** @returns the root object, for query and mutation alike. */
export function rootData(schema, random) {
  const data = objectOf(schema, schema.getQueryType(), random, 0);
  return schema.getMutationType() ? { ...objectOf(schema, schema.getMutationType(), random, 0), ...data } : data;
}

function objectOf(schema, type, random, depth) {
  const data = {};
  for (const field of Object.values(type.getFields())) {
    if (random.chance(0.02)) continue;
    data[field.name] = valueOf(schema, field.type, random, depth + 1, field.args.length > 0);
  }
  return data;
}

function valueOf(schema, type, random, depth, hasArguments) {
  if (random.chance(0.015)) return { $error: random.pick(['boom', 'not today', '"quoted"']) };
  if (!isNonNullType(type) && random.chance(0.08)) return null;
  if (random.chance(0.004)) return null;
  const inner = getNullableType(type);
  if (isListType(inner)) {
    if (random.chance(0.01)) return 5;
    return Array.from({ length: depth > deepest ? 0 : random.int(0, 3) }, () => valueOf(schema, inner.ofType, random, depth, false));
  }
  if (isLeafType(inner)) return leafOf(inner, random, hasArguments);
  if (depth > deepest && !isNonNullType(type)) return null;
  if (depth > deepest + 3) return null;
  if (!isAbstractType(inner)) return objectOf(schema, inner, random, depth);
  if (random.chance(0.01)) return { __typename: random.pick(['Nothing', 'String', 'Query']) };
  const actual = random.pick(schema.getPossibleTypes(inner));
  return random.chance(0.01) ? objectOf(schema, actual, random, depth) : { __typename: actual.name, ...objectOf(schema, actual, random, depth) };
}

function leafOf(type, random, hasArguments) {
  if (random.chance(0.02)) return random.pick([1.5, 1e-7, 1e21, 2147483648, 'wrong', true, 12, {}, '']);
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  switch (type.name) {
    case 'Int': return random.int(-5, 1000);
    case 'Float': return random.pick([0, 1, 0.5, -2.25, 1e21, 1e-7, 123456.789]);
    case 'Boolean': return random.chance(0.5);
    case 'String': return hasArguments && random.chance(0.8) ? { $args: true } : random.pick(texts);
    case 'ID': return random.chance(0.2) ? random.int(0, 99) : random.pick(texts);
    default: return hasArguments ? { $args: true } : random.pick([...texts, 7, false, 2.5]);
  }
}
