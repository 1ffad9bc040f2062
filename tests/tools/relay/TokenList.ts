// Compiled by relay-compiler, never run: a page of tokens in the manner of Relay's own documentation, and a fragment fetched again by its node's id.
import { graphql } from 'relay-runtime';

export const query = graphql`
  query TokenListQuery($count: Int!) {
    ...TokenList_query @arguments(count: $count)
  }
`;

export const list = graphql`
  fragment TokenList_query on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "TokenListPaginationQuery") {
    apiTokens(first: $count, after: $cursor) @connection(key: "TokenList_apiTokens") {
      edges {
        node {
          id
          ...TokenListItem_token
        }
      }
    }
  }
`;

export const item = graphql`
  fragment TokenListItem_token on APIToken @refetchable(queryName: "TokenListItemRefetchQuery") {
    name
    status
    owner {
      ... on Tenant {
        name
      }
    }
  }
`;

export const remove = graphql`
  mutation TokenListDeleteMutation($input: DeleteAPITokenInput!, $connections: [ID!]!) {
    deleteAPIToken(input: $input) {
      id @deleteEdge(connections: $connections)
    }
  }
`;
