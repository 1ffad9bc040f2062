// Documents that nobody writes by accident.
const many = (times, text) => Array.from({ length: times }, (_, index) => text(index)).join(' ');

export const aliasFlood = `{ ${many(4_000, (index) => `a${index}: __typename`)} }`;
export const aliasesBeyondTheTokens = `{ ${many(20_000, (index) => `a${index}: __typename`)} }`;
export const createFlood = `mutation { ${many(30, (index) => `a${index}: createAPIToken(input: { name: "flood" }) { token { id } }`)} }`;
export const fieldFlood = `{ ${many(10_000, () => 'viewer')} }`;
export const overlappingFields = `{ viewer { token { ${many(10_000, () => 'name')} } } }`;
export const overlappingFragments = `{ viewer { token { ${many(90, (index) => `...F${index}`)} } } } ${many(90, (index) => `fragment F${index} on APIToken { ${many(90, () => 'name')} }`)}`;
export const directiveFlood = `{ __typename ${'@aa'.repeat(5_000)} }`;
export const deepSelections = `{ viewer { token { tenant { ${'parent { '.repeat(4_000)} id ${'} '.repeat(4_000)} } } } }`;
export const deepValue = `{ apiToken(id: ${'['.repeat(7_000)}${']'.repeat(7_000)}) { id } }`;
export const deepFragments = `{ viewer { token { tenant { ...F0 } } } } ${many(150, (index) => `fragment F${index} on Tenant { parent { id ${index < 149 ? `...F${index + 1}` : ''} } }`)}`;
export const deepIntrospection = `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`;
export const wideIntrospection = `{ ${many(19, (index) => `s${index}: __schema { types { name fields { name type { name ofType { name } } } } }`)} }`;
export const fragmentBomb = `{ viewer { ...F0 } } ${many(40, (index) => `fragment F${index} on Viewer { address ${index < 39 ? `...F${index + 1} ...F${index + 1}` : ''} }`)}`;
export const fragmentCycle = `{ __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }`;
export const fragmentRing = `{ viewer { ...F0 } } ${many(1_000, (index) => `fragment F${index} on Viewer { ...F${(index + 1) % 1_000} }`)}`;
export const comments = `{ __typename } #${'x'.repeat(900_000)}`;
export const tenMegabytes = `{ __typename } #${'x'.repeat(10_000_000)}`;
export const hugeNumber = `{ apiTokens(first: ${'9'.repeat(90_000)}) { totalCount } }`;
export const hugeFloat = `{ apiTokens(first: 1e${'9'.repeat(90_000)}) { totalCount } }`;
export const hugeString = `{ apiToken(id: "${'x'.repeat(90_000)}") { id } }`;
export const nullInDocument = '{ apiToken(id: "\u0000\u0000") { id } \u0000 }';
export const costlyPages = `{ ${many(19, (index) => `a${index}: apiTokens(first: 100) { nodes { tenant { id } owner { __typename } createdByActor { __typename } } }`)} }`;
export const hugePage = '{ apiTokens(first: 2147483647) { nodes { id } } }';
export const muchMetadata = `{ apiTokens(first: 100) { nodes { ${many(30, (index) => `m${index}: metadata`)} } } }`;
export const unknownFields = `{ ${many(19, (index) => `nothing${index}`)} }`;
export const nested = (levels) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
