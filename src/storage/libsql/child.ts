/** The process in which the engine runs. It ends when the gateway does, or says so. */
import { Engine } from './engine.js';
import { DatabaseError } from '../../replica/database.js';
import { toDatabaseError } from './failures.js';
import type { EngineResult, RequestMessage, ResponseMessage } from './messages.js';

let engine: Engine | undefined;

// A signal to all processes of a terminal is the gateway's to answer: it still has something to write.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => {
  process.exit();
});

// One at a time: a request is answered before the next one is taken up, for only opening waits for something.
let last = Promise.resolve();
process.on('message', (message: RequestMessage) => {
  last = last.then(() => respond(message));
});

async function respond(message: RequestMessage): Promise<void> {
  const response = await answer(message);
  process.send?.(response, () => {
    if (message.kind === 'close') process.exit();
  });
}

async function answer(message: RequestMessage): Promise<ResponseMessage> {
  const { id } = message;
  try {
    return { id, result: await run(message) };
  } catch (error) {
    const { kind, message: text } = toDatabaseError(error, message.kind);
    return { id, failure: { kind, message: text } };
  }
}

async function run(message: RequestMessage): Promise<EngineResult> {
  if (message.kind === 'open') {
    engine = await Engine.open(message.options);
    return null;
  }
  if (engine === undefined) throw new DatabaseError('unavailable', 'The database is not open.');
  switch (message.kind) {
    case 'all':
      return engine.all(message);
    case 'write':
      return engine.write(message.statements, message.isLast);
    case 'define':
      engine.define(message.sql);
      return null;
    case 'close':
      engine.close();
      engine = undefined;
      return null;
  }
}
