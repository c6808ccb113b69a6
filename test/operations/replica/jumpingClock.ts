/**
 * Loaded before a program: its time jumps when the parent process says so. Timers of more than a minute follow the jump;
 * shorter ones, such as deadlines and retries, keep real time.
 */
const LONG_MS = 60_000;

interface LongTimer {
  dueAt: number;
  readonly run: () => void;
  handle: NodeJS.Timeout;
}

let offset = Number(process.env['TEST_CLOCK_OFFSET'] ?? 0);
const realNow = Date.now.bind(Date);
const realPerformanceNow = performance.now.bind(performance);
const realSetTimeout = setTimeout;
const realClearTimeout = clearTimeout;
const longTimers = new Map<object, LongTimer>();
const offsetAtStart = offset;

Date.now = () => realNow() + offset;
performance.now = () => realPerformanceNow() + offset - offsetAtStart;

const RealDate = Date;
class JumpingDate extends RealDate {
  constructor(...args: readonly unknown[]) {
    if (args.length === 0) super(RealDate.now());
    else super(...(args as [number]));
  }
}
globalThis.Date = JumpingDate as DateConstructor;

function arm(timer: LongTimer): void {
  realClearTimeout(timer.handle);
  timer.handle = realSetTimeout(timer.run, Math.max(0, timer.dueAt - Date.now()));
}

const jumpingSetTimeout = (task: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
  if (ms <= LONG_MS) return realSetTimeout(task, ms, ...args);
  const handle = realSetTimeout(() => undefined, ms);
  const timer: LongTimer = {
    dueAt: Date.now() + ms,
    handle,
    run: () => {
      longTimers.delete(handle);
      task(...args);
    },
  };
  longTimers.set(handle, timer);
  arm(timer);
  return handle;
};
globalThis.setTimeout = Object.assign(jumpingSetTimeout, realSetTimeout);

globalThis.clearTimeout = (handle?: NodeJS.Timeout | string | number) => {
  const timer = typeof handle === 'object' ? longTimers.get(handle) : undefined;
  if (timer === undefined) {
    realClearTimeout(handle);
    return;
  }
  longTimers.delete(handle as NodeJS.Timeout);
  realClearTimeout(timer.handle);
};

process.on('message', (message: { readonly jumpMs?: number }) => {
  if (message.jumpMs === undefined) return;
  offset += message.jumpMs;
  for (const timer of [...longTimers.values()]) arm(timer);
});
// It must not keep the program running.
process.channel?.unref();
