import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

export interface StaticPageOptions {
  /** Path of the page, such as `/graphiql`. */
  readonly path: string;
  /** What the page is called in messages. */
  readonly name: string;
  /** Folder of the built page, which `npm run build` makes. */
  readonly directory: string;
  /** Whether all data is invented, which the page then says. */
  readonly isSandbox: boolean;
  /** Sources that the page may use besides its own scripts, styles, and data. */
  readonly allowed?: readonly string[];
}

/**
 * Nothing from other origins and no inline scripts, because people enter credentials into these pages. Icons are data:
 * URLs.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** Is at the top of the page, before any script runs. */
const SANDBOX_BANNER = `<aside class="sandbox-banner" aria-label="Sandbox notice">
      <strong>Sandbox.</strong> All calls, people, and texts are invented. Nothing here comes from Gong.
    </aside>`;

/** Serves a built page with its files. In the sandbox, the page says that its data is invented. */
export async function registerPage(
  app: FastifyInstance,
  { path, name, directory, isSandbox, allowed = ["style-src 'self'"] }: StaticPageOptions,
): Promise<void> {
  const policy = [...CONTENT_SECURITY_POLICY, ...allowed].join('; ');
  await app.register(fastifyStatic, {
    root: join(directory, 'assets'),
    prefix: `${path}/assets/`,
    index: false,
    decorateReply: false,
    // A file's name contains a hash of its content, so a name always has the same content.
    immutable: true,
    maxAge: '365d',
    setHeaders: (response) => {
      // Workers use the policy of their own file, not of the page.
      response.setHeader('content-security-policy', policy);
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });

  async function page(_request: unknown, reply: FastifyReply): Promise<FastifyReply> {
    void reply
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      // The page names the files of one build, which a cached page would not find after an upgrade.
      .header('cache-control', 'no-cache');
    try {
      const html = await readFile(join(directory, 'index.html'), 'utf8');
      return await reply.type('text/html; charset=utf-8').send(isSandbox ? withBanner(html) : html);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send(`${name} is not built yet. Run \`npm run build\`.\n`);
    }
  }
  app.get(path, page);
  app.get(`${path}/`, page);
}

function withBanner(html: string): string {
  return html
    .replace('</title>', ' (sandbox)</title>')
    .replace('<body>', `<body>\n    ${SANDBOX_BANNER}`);
}
