import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { uploadKeys, uploadUrls } from '../../ui/graphiql/uploadUrls.js';

it('GraphiQL finds upload URLs by the field, whatever its alias, and not by the value', () => {
  const document = parse(`
    mutation Both {
      one: addCallMedia(input: { callId: "1" }) { ...Url callId }
      uploadCrmObjects(input: {}) { uploadUrl }
      createMeeting { link: url }
    }
    fragment Url on AddCallMediaPayload { to: uploadUrl }
  `);
  const data = {
    one: { to: 'http://a/uploads/1', callId: '1' },
    uploadCrmObjects: { uploadUrl: 'http://a/uploads/2' },
    createMeeting: { link: 'http://a/uploads/3' },
  };

  expect(uploadUrls(data, uploadKeys(document))).toEqual([
    { path: 'one', url: 'http://a/uploads/1' },
    { path: 'uploadCrmObjects', url: 'http://a/uploads/2' },
  ]);
});

it('GraphiQL finds no upload URL where the mutation failed or got the file itself', () => {
  const keys = new Set(['uploadUrl']);

  expect(uploadUrls({ addCallMedia: null }, keys)).toEqual([]);
  expect(uploadUrls({ addCallMedia: { uploadUrl: null } }, keys)).toEqual([]);
  expect(uploadUrls(undefined, keys)).toEqual([]);
});
