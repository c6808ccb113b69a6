import { systemProgram } from './systemProgram.js';

/** For the test of gateways behind a proxy; 1.19.5 or later. */
export const { find: findNginx, ensure: ensureNginx } = systemProgram({
  title: 'nginx',
  names: ['nginx'],
  variable: 'NGINX_PATH',
  packages: ['nginx', 'openssl'],
  otherFolders: () => ['/usr/sbin'],
});
