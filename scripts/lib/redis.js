import { systemProgram } from './systemProgram.js';

/** For the tests of several gateways; 6.2 or later. */
export const { find: findRedis, ensure: ensureRedis } = systemProgram({
  title: 'Redis',
  names: ['redis-server'],
  variable: 'REDIS_SERVER_PATH',
  packages: ['redis-server'],
});
