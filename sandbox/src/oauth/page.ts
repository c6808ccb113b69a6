import type { SandboxResponse } from '../requests.js';
import { textResponse } from '../responses.js';

/** An answer for a browser that isn't sent back: what it is told can be read there only. */
export const errorPage = (message: string): SandboxResponse =>
  page(400, `<h1>Gong sandbox</h1><p>${escape(message)}</p>`);

/** Asks whoever looks at it whether the app may have these scopes. */
export const consentPage = (
  clientId: string,
  scopes: readonly string[],
  parameters: Readonly<Record<string, string>>,
): SandboxResponse => {
  const hidden = Object.entries(parameters).map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  const items = scopes.map((scope) => `<li><code>${escape(scope)}</code></li>`);
  return page(
    200,
    `<h1>Gong sandbox</h1>
<p>May the app <b>${escape(clientId)}</b> use these scopes?</p>
<ul>${items.join('')}</ul>
<form method="post">${hidden.join('')}
<button name="decision" value="allow">Allow</button>
<button name="decision" value="refuse">Refuse</button>
</form>`,
  );
};

const page = (status: number, body: string): SandboxResponse =>
  textResponse(
    status,
    `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Gong sandbox</title>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem">
${body}
</body></html>
`,
    { 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-store' },
  );

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
