import { systemProgram } from './systemProgram.js';

/** For the tests in a browser. */
export const { find: findChromium, ensure: ensureChromium } = systemProgram({
  title: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  variable: 'CHROMIUM_PATH',
  packages: ['chromium', 'fonts-dejavu-core'],
});
