import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { errorCodes } from '../../src/lib/errorCodes.js';

const source = new URL('../../src/', import.meta.url);

/** Apollo Server's own, which the gateway passes on and names nowhere. */
const OF_APOLLO = ['OPERATION_RESOLUTION_FAILURE'];

/** Every code that a source file gives to an error, in all ways of writing it that occur. */
function codesInSource(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('errorCodes.ts'),
  );
  const texts = files.map((file) => readFileSync(new URL(file, source), 'utf8'));
  return texts.flatMap((text) =>
    [
      ...text.matchAll(/\bcode(?:: string)?(?: =|:) '([A-Z]+(?:_[A-Z]+)+)'/g),
      ...text.matchAll(/\bInputError\(\s*'([A-Z_]+)'/g),
    ].map(([, code = '']) => code),
  );
}

it('registers every error code that the source uses', () => {
  const used = codesInSource();

  expect(used).toEqual(expect.arrayContaining(['FORBIDDEN', 'ERRORS_OMITTED', 'BAD_CURSOR']));
  expect(used.filter((code) => !Object.hasOwn(errorCodes, code))).toEqual([]);
});

it('registers no error code that the source does not use', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('errorCodes.ts'),
  );
  const all = files.map((file) => readFileSync(new URL(file, source), 'utf8')).join('\n');
  const unused = Object.keys(errorCodes).filter((code) => !all.includes(`'${code}'`));

  expect(unused.sort()).toEqual([...OF_APOLLO].sort());
});
