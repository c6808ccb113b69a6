import type { ReactNode } from 'react';

/** A part of a text, in UTF-16 code units: the unit of the gateway and of JavaScript. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Marks parts of a text.
 *
 * @param current index of the part that the reader is at.
 */
export function highlight(text: string, spans: readonly Span[], current?: number): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  spans.forEach((span, index) => {
    if (span.start < end || span.end > text.length) return;
    const isCurrent = index === current;
    parts.push(
      text.slice(end, span.start),
      <mark key={span.start} data-current={isCurrent || undefined}>
        {text.slice(span.start, span.end)}
      </mark>,
    );
    end = span.end;
  });
  parts.push(text.slice(end));
  return parts;
}
