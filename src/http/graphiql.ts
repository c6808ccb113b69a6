import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * Nothing from other origins and no inline scripts, because people enter credentials into this page. Inline styles
 * are allowed, because Monaco needs them; its icon font is a data: URL.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Is at the top of the page, before any script runs. */
const SANDBOX_BANNER = `<aside class="sandbox-banner" aria-label="Sandbox notice">
      <strong>Sandbox.</strong> All calls, people, and texts are invented. Nothing here comes from Gong.
    </aside>`;

function secured(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer');
}

/**
 * Serves the built page at `/graphiql` with its files, and redirects `/` to it. `npm run build` makes `directory`
 * from ui/graphiql. In the sandbox, the page says that its data is invented.
 */
export async function registerGraphiql(
  app: FastifyInstance,
  options: { directory: string; isSandbox: boolean },
): Promise<void> {
  const { directory, isSandbox } = options;

  await app.register(fastifyStatic, {
    root: join(directory, 'assets'),
    prefix: '/graphiql/assets/',
    index: false,
    decorateReply: false,
    // A file's name contains a hash of its content, so a name always has the same content.
    immutable: true,
    maxAge: '365d',
    setHeaders: (response) => {
      // Workers use the policy of their own file, not of the page.
      response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });

  async function page(_request: unknown, reply: FastifyReply): Promise<FastifyReply> {
    // The page names the files of one build, which a cached page would not find after an upgrade.
    secured(reply).header('cache-control', 'no-cache');
    try {
      const html = await readFile(join(directory, 'index.html'), 'utf8');
      return await reply.type('text/html; charset=utf-8').send(isSandbox ? withBanner(html) : html);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('GraphiQL is not built yet. Run `npm run build`.\n');
    }
  }
  app.get('/graphiql', page);
  app.get('/graphiql/', page);
  app.get('/', (_request, reply) => reply.redirect('/graphiql', 302));
}

function withBanner(html: string): string {
  return html
    .replace('</title>', ' (sandbox)</title>')
    .replace('<body>', `<body>\n    ${SANDBOX_BANNER}`);
}
