import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.js';

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end, in the package's folder and with our own output, or all of it on `stderr`, and gives its
 * exit code. Signals that reach us meanwhile go to it, so that nothing is left running when we are told to stop.
 */
export function run(command, args, { env = process.env, output = 'own', shell = false } = {}) {
  return new Promise((fulfil, reject) => {
    const stdio = output === 'own' ? 'inherit' : ['inherit', 2, 2];
    const child = spawn(command, args, { cwd: root, env, stdio, shell });
    const passOn = (signal) => child.kill(signal);
    for (const signal of PASSED_ON) process.on(signal, passOn);
    const forget = () => {
      for (const signal of PASSED_ON) process.off(signal, passOn);
    };
    child.once('error', (error) => {
      forget();
      reject(error);
    });
    child.once('close', (code, signal) => {
      forget();
      fulfil(code ?? 128 + constants.signals[signal]);
    });
  });
}
