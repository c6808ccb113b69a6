import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { DatabaseError } from '../../replica/database.js';
import type { EngineOptions, EngineRequest, EngineResult, ResponseMessage } from './messages.js';

/** So long the engine has to end what it is doing and to write out what is pending. */
const CLOSE_MS = 5 * SECOND_MS;

interface Pending {
  resolve(result: EngineResult): void;
  reject(error: DatabaseError): void;
}

/** A running process, and the requests that it hasn't answered. */
interface Running {
  readonly child: ChildProcess;
  readonly pending: Map<number, Pending>;
}

/** An engine in a process of its own. When that ends, the requests in flight fail, and the next one starts another. */
export class EngineProcess {
  private opening: Promise<Running> | undefined;
  private current: Running | undefined;
  private lastId = 0;
  private isClosed = false;

  constructor(
    private readonly options: EngineOptions,
    private readonly clock: Clock,
  ) {}

  /** @throws DatabaseError */
  async request<Result extends EngineResult>(request: EngineRequest): Promise<Result> {
    return (await this.send(await this.running(), request)) as Result;
  }

  /**
   * Sends requests one after the other, all of them to the same process: one that is started in between knows nothing of
   * the first ones.
   *
   * @throws DatabaseError
   */
  async requestAll<Result extends EngineResult>(
    requests: readonly EngineRequest[],
  ): Promise<Result[]> {
    const running = await this.running();
    const results: Result[] = [];
    for (const request of requests) results.push((await this.send(running, request)) as Result);
    return results;
  }

  /** Lets the engine end what it was asked for. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const running = await this.opening?.catch(() => undefined);
    if (running === undefined) return;
    const { child } = running;
    if (!isRunning(child)) return;
    const ended = once(child, 'exit');
    const cancel = this.clock.after(CLOSE_MS, () => {
      kill(child);
    });
    // A process that ends before it says so has ended, too.
    this.send(running, { kind: 'close' }).catch(() => undefined);
    await ended;
    cancel();
  }

  private running(): Promise<Running> {
    if (this.isClosed) {
      return Promise.reject(new DatabaseError('unavailable', 'The database is closed.'));
    }
    return (this.opening ??= this.open());
  }

  private async open(): Promise<Running> {
    const running = this.start();
    this.current = running;
    try {
      await this.send(running, { kind: 'open', options: this.options });
      return running;
    } catch (error) {
      this.opening = undefined;
      kill(running.child);
      throw error;
    }
  }

  private start(): Running {
    const child = forkEngine();
    const running: Running = { child, pending: new Map() };
    child.on('message', (message: ResponseMessage) => {
      const waiting = running.pending.get(message.id);
      running.pending.delete(message.id);
      if ('failure' in message) {
        waiting?.reject(new DatabaseError(message.failure.kind, message.failure.message));
      } else {
        waiting?.resolve(message.result);
      }
    });
    const onEnd = (reason: string): void => {
      if (this.current === running) this.opening = undefined;
      const error = new DatabaseError(
        'unavailable',
        `The process of the database ended: ${reason}.`,
      );
      for (const waiting of running.pending.values()) waiting.reject(error);
      running.pending.clear();
    };
    child.once('exit', (code, signal) => {
      onEnd(signal ?? `exit code ${code ?? 'unknown'}`);
    });
    child.once('error', ({ message }) => {
      onEnd(message);
    });
    return running;
  }

  private send(running: Running, request: EngineRequest): Promise<EngineResult> {
    const { child, pending } = running;
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      if (!isRunning(child) || !child.connected) {
        reject(this.lose(running));
        return;
      }
      pending.set(id, { resolve, reject });
      child.send({ ...request, id }, (error) => {
        if (error === null) return;
        pending.delete(id);
        reject(this.lose(running));
      });
    });
  }

  /** A process that takes no more requests is replaced for the next one, even before the system says that it ended. */
  private lose(running: Running): DatabaseError {
    if (this.current === running) this.opening = undefined;
    kill(running.child);
    return new DatabaseError('unavailable', 'The process of the database ended.');
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** A process that never started has no number, and Node would send the signal to another process or to its own group. */
function kill(child: ChildProcess): void {
  if (child.pid !== undefined) child.kill('SIGKILL');
}

/** Neither its arguments nor its environment hold what the gateway was started with: there are secrets in these. */
function forkEngine(): ChildProcess {
  const here = fileURLToPath(import.meta.url);
  const isSource = here.endsWith('.ts');
  const path = fileURLToPath(new URL(isSource ? './child.ts' : './child.js', import.meta.url));
  return fork(path, [], {
    env: pickEnvironment(),
    execArgv: isSource ? ['--import', typeScriptLoader()] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** What Node and the search for the native module need, on any system. */
function pickEnvironment(): Record<string, string | undefined> {
  const { PATH, SystemRoot, TMPDIR, TEMP } = process.env;
  return { PATH, SystemRoot, TMPDIR, TEMP };
}

function typeScriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}
