/** A Fastify server with a login of its own, and Gong's data in it. */
import Fastify from 'fastify';
import { createGateway } from 'gong-graphql-gateway';
import { sendResponse, toRequest } from './fetchBridge.js';

/** In place of your login: which token a user has, and the role that chooses the policy. */
const users = new Map([
  ['Bearer manager-token', { client: 'own-server', roles: ['manager'] }],
  ['Bearer intern-token', { client: 'own-server', roles: ['intern'] }],
]);
const viewerOf = (authorization) => users.get(authorization) ?? null;

const gateway = await createGateway({
  settings: {
    // In place of GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET of your company: invented data.
    GONG_SANDBOX: 'on',
    GATEWAY_POLICY_ROLES: 'intern: mask-emails, mask-phones',
  },
  authenticate: (request) => viewerOf(request.headers.get('authorization')),
});

const app = Fastify();

// A route of your own asks with a document of your own.
app.get('/latest-calls', async (request, reply) => {
  const viewer = viewerOf(request.headers.authorization);
  if (viewer === null) return reply.code(401).send({ error: 'Sign in.' });
  const { data, errors } = await gateway.execute(
    {
      document: `query LatestCalls($count: Int!) {
        calls(first: $count, order: NEWEST_FIRST) { nodes { id title parties { emailAddress } } }
      }`,
      variables: { count: 2 },
    },
    viewer,
  );
  return data?.calls ? data.calls.nodes : reply.code(502).send({ errors });
});

// Clients send documents of theirs.
await app.register(async (scope) => {
  // The gateway reads the bodies itself: their length and time are limited.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const respond = async (request, reply) =>
    sendResponse(await gateway.handle(toRequest(request, reply)), reply);
  scope.route({ method: ['GET', 'POST'], url: '/graphql', handler: respond });
  scope.put('/uploads/:ticket', respond);
});

const port = Number(process.env.EXAMPLE_PORT ?? 3000);
await app.listen({ host: '127.0.0.1', port });
console.log(`GraphQL: http://127.0.0.1:${app.server.address().port}/graphql`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await app.close();
    await gateway.close();
  });
}
