// The documents of the folder documents/, one operation each with the fragments that it needs.
import { readFileSync } from 'node:fs';
import { parse, print, separateOperations } from 'graphql';

const operations = separateOperations(parse(readFileSync(new URL('../documents/tokens.graphql', import.meta.url), 'utf8')));

export const MakeToken = print(operations.MakeToken);
export const TokenPage = print(operations.TokenPage);
