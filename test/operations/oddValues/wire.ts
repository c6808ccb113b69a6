import { Readable } from 'node:stream';
import type { Fetch } from '../../../src/gong/exchange.js';

/** One answer of Gong's as it came over the wire. */
export interface WireAnswer {
  readonly operation: string;
  readonly status: number;
  readonly text: string;
}

/** A wire that remembers what was answered: the same request is answered alike. One answer can be replaced. */
export class RecordedWire {
  /** What was answered since this was emptied. */
  answers: WireAnswer[] = [];
  /** What comes in place of one answer. */
  replacement: { readonly of: WireAnswer; readonly text: string } | null = null;
  private readonly known = new Map<string, WireAnswer>();

  constructor(
    private readonly forward: Fetch,
    /** Names the operation that was answered last. */
    private readonly operationId: () => string | null | undefined,
  ) {}

  readonly fetch: Fetch = async (url, init) => {
    const { body } = init;
    const key = `${init.method} ${url} ${typeof body === 'string' ? body : ''}`;
    let answer = this.known.get(key);
    if (answer === undefined) {
      const response = (await this.forward(url, init)) as Response;
      const text = await response.text();
      answer = { operation: this.operationId() ?? 'unknown', status: response.status, text };
      this.known.set(key, answer);
    } else if (body instanceof Readable) body.resume();
    this.answers.push(answer);
    const { replacement } = this;
    const text = replacement?.of.text === answer.text ? replacement.text : answer.text;
    const headers = { 'content-type': 'application/json' };
    return new Response(text, { status: answer.status, headers });
  };
}
