import { expect, it } from '@jest/globals';
import { listenProblem } from '../../../src/bin/commandLine/listenProblem.js';

const place = { port: 80, hostVariable: 'HOST', portVariable: 'PORT' };

it.each([
  ['EADDRINUSE', '127.0.0.1', '127.0.0.1:80', 'set PORT to a free port'],
  ['EACCES', '::1', '[::1]:80', 'Set PORT to a port above 1023.'],
  ['EADDRNOTAVAIL', '192.0.2.1', '192.0.2.1:80', 'Set HOST to one that it has'],
  ['ENOTFOUND', 'nowhere.invalid', 'nowhere.invalid:80', 'Set HOST to an address of this machine'],
  ['EAI_AGAIN', 'nowhere.invalid', 'nowhere.invalid:80', 'Set HOST to an address of this machine'],
  ['EMFILE', '[::1]', '[::1]:80', 'The system refused (EMFILE).'],
])('explains in one line why a server cannot listen: %s', (code, host, address, todo) => {
  const error = Object.assign(new Error('listen failed\n    at stack'), { code });

  const line = listenProblem(error, { ...place, host });

  expect(line.startsWith(`Cannot listen on ${address}. `)).toBe(true);
  expect(line).toContain(todo);
  expect(line).not.toContain('\n');
});
