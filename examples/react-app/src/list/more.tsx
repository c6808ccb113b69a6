import type { ErrorLike } from '@apollo/client';
import { useState } from 'react';
import { Problems, problemsOf } from '../problems';

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** Reads the page after a cursor. */
export type ReadAfter = (cursor: string | null) => Promise<{ error?: ErrorLike }>;

/** A button that reads the next page of a list. A page that fails leaves the list as it is. */
export function More(props: { pageInfo: PageInfo; readAfter: ReadAfter }) {
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<ErrorLike>();
  const { pageInfo, readAfter } = props;
  if (!pageInfo.hasNextPage) return null;
  const read = async () => {
    setReading(true);
    try {
      setError((await readAfter(pageInfo.endCursor)).error);
    } catch (failure) {
      setError(failure as ErrorLike);
    }
    setReading(false);
  };
  return (
    <>
      <Problems problems={problemsOf(error)} />
      <button className="more" disabled={isReading} onClick={() => void read()}>
        {isReading ? 'Loading …' : 'Load more'}
      </button>
    </>
  );
}
