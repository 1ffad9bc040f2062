// More errors than these nobody asks for: both implementations stop then, each at a place of its own.
const mostErrors = 100;

/** Two answers to one request: null where they agree, else what differs, in words. */
export function difference(expected, actual) {
  if (expected.phase === 'none') return null;
  const actualErrors = actual.errors ?? [];
  if (expected.phase !== 'execute') {
    if ('data' in actual) return `${expected.phase}: refused by the reference (${expected.errors[0]?.message}), answered by the engine`;
    if (expected.phase === 'request') return actualErrors.length > 0 ? null : 'no errors at all';
    if (expected.errors.length > mostErrors) return actualErrors.length > 0 ? null : 'no errors at all';
    return same(`${expected.phase}: locations`, sorted(expected.errors.map(locations)), sorted(actualErrors.map(locations)));
  }
  if (!('data' in actual)) return `answered by the reference, refused by the engine: ${actualErrors.map((error) => error.message).join(' | ')}`;
  return same('data', JSON.stringify(expected.data), JSON.stringify(actual.data)) ?? errorDifference(expected.errors.map(place), actualErrors.map(place));
}

// Where null has passed up through an object, one of the errors beneath it suffices; every other one must be there, and none of its own.
function errorDifference(expected, actual) {
  const invented = actual.filter((error) => !expected.some((other) => other.text === error.text));
  if (invented.length > 0) return `errors of the engine alone: ${invented.map((error) => error.text).join(' ')}`;
  const missing = expected.filter((error) => !actual.some((other) => other.text === error.text || other.parent === error.parent));
  return missing.length > 0 ? `errors of the reference alone: ${missing.map((error) => error.text).join(' ')}` : null;
}

function place(error) {
  return { text: `${JSON.stringify(error.path)}@${locations(error)}`, parent: JSON.stringify(error.path?.slice(0, -1)) };
}

function locations(error) {
  return JSON.stringify((error.locations ?? []).map(({ line, column }) => [line, column]));
}

function sorted(items) {
  return items.toSorted().join(' ');
}

function same(what, expected, actual) {
  return expected === actual ? null : `${what}: expected ${expected}, got ${actual}`;
}
