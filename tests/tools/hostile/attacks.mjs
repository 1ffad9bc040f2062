// Each attack: what is sent, and the code of the first error that a caller with a key hears, undefined for an answer; of several, one. A caller without a key hears
// UNAUTHENTICATED; where introspection is public, what one with a key does, or `stranger`.
import { gzipSync } from 'node:zlib';
import * as documents from './documents.mjs';

const json = { 'Content-Type': 'application/json' };
const post = (body, headers = json) => ({ method: 'POST', headers, body });
const ask = (query, variables) => post(JSON.stringify({ query, variables }));
const create = 'mutation ($input: CreateAPITokenInput!) { createAPIToken(input: $input) { token { id } } }';
const get = (query) => ({ method: 'GET', path: `?query=${encodeURIComponent(query)}` });
const invalid = 'GRAPHQL_VALIDATION_FAILED';
const unkeyed = 'UNAUTHENTICATED';

export const attacks = [
  // Documents
  ['4,000 aliases', ask(documents.aliasFlood), ['SELECTION_LIMIT_EXCEEDED', 'ALIAS_LIMIT_EXCEEDED', 'ROOT_FIELD_LIMIT_EXCEEDED']],
  ['20,000 aliases', ask(documents.aliasesBeyondTheTokens), ['DOCUMENT_LENGTH_LIMIT_EXCEEDED', 'TOKEN_LIMIT_EXCEEDED']],
  ['30 aliases of createAPIToken', ask(documents.createFlood), ['ROOT_FIELD_LIMIT_EXCEEDED']],
  ['10,000 times the same field', ask(documents.fieldFlood), ['SELECTION_LIMIT_EXCEEDED', 'ROOT_FIELD_LIMIT_EXCEEDED']],
  ['10,000 overlapping fields', ask(documents.overlappingFields), ['SELECTION_LIMIT_EXCEEDED']],
  ['8,100 overlapping fields in 90 fragments', ask(documents.overlappingFragments), ['SELECTION_LIMIT_EXCEEDED']],
  ['5,000 directives on a field', ask(documents.directiveFlood), ['DIRECTIVE_LIMIT_EXCEEDED']],
  ['selections 4,000 deep', ask(documents.deepSelections), ['DEPTH_LIMIT_EXCEEDED']],
  ['a list 7,000 deep', ask(documents.deepValue), ['DEPTH_LIMIT_EXCEEDED']],
  ['150 fragments, each within the one before', ask(documents.deepFragments), ['DEPTH_LIMIT_EXCEEDED']],
  ['introspection 6 lists deep', ask(documents.deepIntrospection), ['INTROSPECTION_DEPTH_LIMIT_EXCEEDED']],
  ['the schema 19 times over', ask(documents.wideIntrospection), [undefined]],
  ['a fragment bomb of 2^39', ask(documents.fragmentBomb), ['SELECTION_LIMIT_EXCEEDED', 'FRAGMENT_SPREAD_LIMIT_EXCEEDED']],
  ['a fragment cycle', ask(documents.fragmentCycle), [invalid]],
  ['a ring of 1,000 fragments', ask(documents.fragmentRing), ['FRAGMENT_SPREAD_LIMIT_EXCEEDED', 'DEPTH_LIMIT_EXCEEDED', invalid]],
  ['a document of 0.9 MB', ask(documents.comments), ['DOCUMENT_LENGTH_LIMIT_EXCEEDED']],
  ['a document of 10 MB', ask(documents.tenMegabytes), ['BODY_LIMIT_EXCEEDED']],
  ['a number of 90,000 digits', ask(documents.hugeNumber), [invalid]],
  ['an exponent of 90,000 digits', ask(documents.hugeFloat), [invalid]],
  ['a string of 90,000 characters', ask(documents.hugeString), [undefined], { stranger: [unkeyed] }],
  ['null bytes in the document', ask(documents.nullInDocument), ['GRAPHQL_PARSE_FAILED']],
  ['19 fields that do not exist', ask(documents.unknownFields), [invalid]],
  // What it would do
  ['pages within 19 pages', ask(documents.costlyPages), ['COST_LIMIT_EXCEEDED']],
  ['a page of 2^31 - 1', ask(documents.hugePage), ['PAGE_SIZE_LIMIT_EXCEEDED']],
  ['30 aliases of large metadata', ask(documents.muchMetadata), ['RESPONSE_LIMIT_EXCEEDED'], { stranger: [unkeyed] }],
  // Variables and JSON
  ['variables 10,000 deep', post(`{"query":"{__typename}","variables":${documents.nested(10_000)}}`), ['VARIABLES_DEPTH_LIMIT_EXCEEDED']],
  ['extensions 10,000 deep', post(`{"query":"{__typename}","extensions":${documents.nested(10_000)}}`), ['VARIABLES_DEPTH_LIMIT_EXCEEDED']],
  ['an unknown member 100,000 deep', post(`{"query":"{__typename}","x":${documents.nested(100_000)}}`), ['VARIABLES_DEPTH_LIMIT_EXCEEDED', 'BAD_REQUEST']],
  ['a variable of 0.9 MB', ask(create, { input: { name: 'x'.repeat(900_000) } }), ['VARIABLES_SIZE_LIMIT_EXCEEDED']],
  ['a variable of 60,000 digits', post(`{"query":"query($n:Int){apiTokens(first:$n){totalCount}}","variables":{"n":${'9'.repeat(60_000)}}}`), ['BAD_USER_INPUT']],
  ['a variable of 1e400000', post('{"query":"query($n:Int){apiTokens(first:$n){totalCount}}","variables":{"n":1e400000}}'), ['BAD_USER_INPUT']],
  ['10,000 requests in an array', post(`[${Array(10_000).fill('{"query":"{__typename}"}').join(',')}]`), ['BAD_REQUEST', 'BATCH_LIMIT_EXCEEDED', 'BATCH_SIZE_LIMIT_EXCEEDED']],
  ['the member query twice', post('{"query":"{__typename}","query":"mutation{rotateAPIToken{token{id}}}"}'), ['BAD_REQUEST']],
  ['invalid UTF-8', post(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x7d])), ['BAD_REQUEST']],
  ['null bytes for a body', post(Buffer.alloc(1_000)), ['BAD_REQUEST']],
  ['half a surrogate pair', post('{"query":"{__typename}","variables":{"a":"\\ud800"}}'), ['BAD_REQUEST']],
  // HTTP
  ['a mutation by GET', get('mutation { rotateAPIToken { token { id } } }'), ['METHOD_NOT_ALLOWED'], { stranger: ['PREFLIGHT_REQUIRED'] }],
  ['a form', post('query=%7B__typename%7D', { 'Content-Type': 'application/x-www-form-urlencoded' }), ['UNSUPPORTED_MEDIA_TYPE']],
  ['plain text', post('{"query":"{__typename}"}', { 'Content-Type': 'text/plain' }), ['UNSUPPORTED_MEDIA_TYPE']],
  ['a form with files', post('--x\r\n\r\n--x--', { 'Content-Type': 'multipart/form-data; boundary=x' }), ['UNSUPPORTED_MEDIA_TYPE']],
  ['10 MB that are 10 KB in gzip', post(gzipSync(Buffer.alloc(10_000_000)), { ...json, 'Content-Encoding': 'gzip' }), ['UNSUPPORTED_MEDIA_TYPE']],
  ['a key of 20,000 characters', { ...post('{"query":"{__typename}"}'), key: 'x'.repeat(20_000) }, [unkeyed], { stranger: [unkeyed] }],
];
