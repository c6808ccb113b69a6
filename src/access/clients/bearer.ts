/** The token of an `Authorization: Bearer` header; undefined where none is sent. */
export function bearerTokenOf(authorization: string | undefined): string | undefined {
  const token = /^Bearer +(.*)$/i.exec(authorization ?? '')?.[1]?.trim();
  return token === '' ? undefined : token;
}
