// The same tests, at the size of `npm run test:long` (see test/support/size.ts).
import './traffic.test.js';
