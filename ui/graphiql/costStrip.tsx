import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { costFacts, counted, elapsedText, priceText } from './cost.js';
import { usePrice, type Price } from './price.js';
import { onRunState, post, runState, type FinishedRun } from './runs.js';
import type { Session } from './session.js';

/** Shows the price of the operation before it runs, and what the last run of the tab cost. */
export function CostStrip({ session }: { readonly session: Session }): ReactNode {
  const { running, finished } = useSyncExternalStore(onRunState, runState);
  const price = usePrice(session.draft);
  const last = finished.get(session.tab);
  return (
    <section className="cost-strip" aria-label="Cost in Gong requests">
      <p className="cost-price">
        <PriceText price={price} />
      </p>
      {running?.tab === session.tab ? (
        <RunningText key={running.startedAt} startedAt={running.startedAt} />
      ) : (
        <p className="cost-run" role="status">
          {last === undefined ? 'Not run yet' : <FinishedText run={last} />}
        </p>
      )}
    </section>
  );
}

function PriceText({ price }: { readonly price: Price }): ReactNode {
  if (price.kind === 'blank') return <span className="cost-quiet">Nothing to run yet</span>;
  if (price.kind === 'unknown') return <span className="cost-quiet">Price: …</span>;
  if (price.kind === 'problem') {
    return (
      <span className="cost-quiet cost-problem" title={price.message}>
        No price yet. {price.message}
      </span>
    );
  }
  const { estimate, operationName } = price;
  const of = operationName === undefined ? '' : ` of ${operationName}`;
  return (
    <>
      Price{of}: <strong>{priceText(estimate)}</strong>
    </>
  );
}

function FinishedText({ run }: { readonly run: FinishedRun }): ReactNode {
  if (run.wasStopped) return `Stopped after ${elapsedText(run.elapsedMs)}`;
  return costFacts(run.gong, run).map(({ text, isWarning }, index) => (
    <span key={text} className={isWarning ? 'cost-fact cost-warning' : 'cost-fact'}>
      {index === 0 ? <strong>{text}</strong> : text}
    </span>
  ));
}

const TICK_MS = 100;
/** Shorter runs need no reason for their length. */
const QUEUE_CHECK_MS = 1500;

/** Counts the elapsed time, and says how many requests wait for Gong's rate limit. */
function RunningText({ startedAt }: { readonly startedAt: number }): ReactNode {
  const [now, setNow] = useState(startedAt);
  const queued = useQueued();
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(performance.now());
    }, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return (
    <p className="cost-run">
      Running for <span role="timer">{elapsedText(Math.max(0, now - startedAt))}</span>
      {queued > 0 && (
        <span className="cost-fact cost-warning">
          {counted(queued, 'Gong request')} waiting to be sent
        </span>
      )}
    </p>
  );
}

/** Returns how many Gong requests wait in the gateway; 0 while that is unknown. Costs no Gong request. */
function useQueued(): number {
  const [queued, setQueued] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      void readQueued().then(setQueued);
    }, QUEUE_CHECK_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return queued;
}

async function readQueued(): Promise<number> {
  try {
    const { data } = await post({ query: '{ quota { queued } }' }, {});
    return (data as { quota?: { queued?: number } } | null)?.quota?.queued ?? 0;
  } catch {
    // The run itself reports that the gateway is unreachable.
    return 0;
  }
}
