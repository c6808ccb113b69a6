import { describe, expect, it } from '@jest/globals';
import { readShareLink, shareLink } from '../../ui/graphiql/shareLink.js';

const page = 'http://127.0.0.1:4000/graphiql';

describe('a link of GraphiQL', () => {
  it('opens the query and the variables that it was made of', () => {
    const shared = {
      query: 'query A($x: String) { a(x: $x) } # 100 % & "more"\n',
      variables: '{ "x": "ü+ &=#" }',
    };

    const link = new URL(shareLink(page, shared) ?? '');

    expect([...link.searchParams.keys()]).toEqual(['query', 'variables']);
    expect(readShareLink(link.search)).toEqual(shared);
  });

  it.each([null, '', ' { } \n'])('has no variables when the pane contains %j', (variables) => {
    expect(shareLink(page, { query: '{ a }', variables })).toBe(`${page}?query=%7B+a+%7D`);
  });

  it('is not made when the gateway would refuse it for its length', () => {
    expect(shareLink(page, { query: `{ ${'a '.repeat(8000)} }`, variables: null })).toBeNull();
  });

  it.each(['', '?variables={}', '?query=', '?query=%20'])('of %j opens nothing', (search) => {
    expect(readShareLink(search)).toBeNull();
  });

  it('brings no headers', () => {
    expect(readShareLink('?query={a}&headers={"authorization":"x"}')).toEqual({
      query: '{a}',
      variables: null,
    });
  });
});
