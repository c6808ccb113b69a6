/** A gateway that can open no more files when it starts the engine. It says how that failed, and which processes it ended. */
import { ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { systemClock } from '../../../src/lib/clock.js';
import { EngineProcess } from '../../../src/storage/libsql/engineProcess.js';

const ended: unknown[] = [];
ChildProcess.prototype.kill = function (this: ChildProcess) {
  ended.push(this.pid ?? 'one that never started');
  return true;
};
const options = { path: null, key: '', lockPath: null, lockWaitMs: 0 };
const engine = new EngineProcess(options, systemClock);
try {
  for (;;) openSync('/dev/null', 'r');
} catch {
  // Nothing is left.
}
const failure = await engine.request({ kind: 'define', sql: [] }).catch((error: unknown) => error);
console.log(JSON.stringify({ failure, ended }));
