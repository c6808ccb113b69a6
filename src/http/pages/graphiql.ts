import type { FastifyInstance } from 'fastify';
import { registerPage } from './staticPage.js';

/** Monaco needs workers, inline styles, and an icon font that is a data: URL. */
const MONACO = ["worker-src 'self'", "style-src 'self' 'unsafe-inline'", "font-src 'self' data:"];

/**
 * Serves the built page at `/graphiql` with its files, and redirects `/` to it. `npm run build` makes `directory`
 * from ui/graphiql. In the sandbox, the page says that its data is invented.
 */
export async function registerGraphiql(
  app: FastifyInstance,
  options: { directory: string; isSandbox: boolean },
): Promise<void> {
  await registerPage(app, { path: '/graphiql', name: 'GraphiQL', allowed: MONACO, ...options });
  app.get('/', (_request, reply) => reply.redirect('/graphiql', 302));
}
