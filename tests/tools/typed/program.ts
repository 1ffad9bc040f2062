// Compiled, never run: what the generators made of the schema has to fit what a program does with it, and refuse what it must not do.
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import type { MakeTokenMutationVariables, TokenPageQuery } from '../generated/operations';
import { type ApiTokenOrderInput, SortDirection } from '../generated/types';
import { graphql, useFragment } from '../generated/client';
import { NodeByIdDocument, TokenPageDocument, TokenRowFragmentDoc } from '../generated/client/graphql';

export function namesOf(page: TokenPageQuery): string[] {
  return page.apiTokens.edges.map(({ node }) => `${node.name} ${node.permissions.join()} ${node.expiresAt ?? 'for good'}`);
}

export const variables: MakeTokenMutationVariables = { input: { name: 'nightly', permissions: ['AlertRead'], expiry: { after: 'P30D' } } };
export const order: ApiTokenOrderInput[] = [{ name: SortDirection.Asc }];

// @ts-expect-error A OneOf input object takes one member.
export const two: ApiTokenOrderInput = { name: SortDirection.Asc, createdAt: SortDirection.Asc };

// @ts-expect-error A token has a name.
export const nameless: MakeTokenMutationVariables = { input: {} };

export const pageVariables: VariablesOf<typeof TokenPageDocument> = { first: 10, after: null };

export function rowNames(page: ResultOf<typeof TokenPageDocument>): string[] {
  return page.apiTokens.edges.map(({ node }) => useFragment(TokenRowFragmentDoc, node).name);
}

export function nameOfNode(answer: ResultOf<typeof NodeByIdDocument>): string | undefined {
  return answer.node?.__typename === 'APIToken' ? answer.node.name : undefined;
}

export function totalOf(page: TokenPageQuery): number {
  // @ts-expect-error Nobody asked for it.
  return page.apiTokens.total;
}

export const inline = graphql(`query Here { viewer { address } }`);
