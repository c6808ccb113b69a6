import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestError } from '../requests/requestError.js';

/** The media type of GraphQL over HTTP. A client that names it reads the body whatever the status is. */
export const RESPONSE_TYPE = 'application/graphql-response+json';
/** The media type of older clients, which read the body only when the status is 200. */
export const OLDER_TYPE = 'application/json';

/** One item of an `Accept` header, such as `application/*;q=0.5`. */
interface MediaRange {
  readonly name: string;
  /** From 0, which means that the client does not accept it, to 1. */
  readonly quality: number;
}

/** Returns whether a client names `application/graphql-response+json` itself, not by a wildcard. */
export function namesResponseType(accept = ''): boolean {
  return rangesOf(accept).some(({ name, quality }) => name === RESPONSE_TYPE && quality > 0);
}

/**
 * Refuses a client that accepts neither media type. Apollo does so only after it has run the operation, so that a
 * mutation would be made and its result withheld.
 */
export function requireAcceptable(
  { method, headers: { accept } }: FastifyRequest,
  _reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  // To other methods, Apollo responds with 405.
  const isServed = method === 'GET' || method === 'POST';
  if (!isServed || !accept || accepts(accept, RESPONSE_TYPE) || accepts(accept, OLDER_TYPE)) done();
  else
    done(new RequestError(406, `The Accept header must allow ${RESPONSE_TYPE} or ${OLDER_TYPE}.`));
}

/** The most specific range decides. */
function accepts(accept: string, mediaType: string): boolean {
  const ranges = rangesOf(accept);
  const range = [mediaType, 'application/*', '*/*']
    .map((name) => ranges.find((each) => each.name === name))
    .find((found) => found !== undefined);
  return range !== undefined && range.quality > 0;
}

/** Leaves out ranges with other parameters, because they are of media types that the gateway does not have. */
function rangesOf(accept: string): readonly MediaRange[] {
  return accept.split(',').flatMap((item) => {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    const isOurs = parameters.every((each) => /^(q=.*|charset="?utf-8"?)$/.test(each));
    return isOurs ? [{ name, quality: Number(quality) }] : [];
  });
}
