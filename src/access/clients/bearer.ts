/** Returns the token of an `Authorization: Bearer` header; undefined when there is none. */
export function bearerTokenOf(authorization: string | undefined): string | undefined {
  const token = /^Bearer +(.*)$/i.exec(authorization ?? '')?.[1]?.trim();
  return token === '' ? undefined : token;
}
