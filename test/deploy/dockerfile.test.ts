import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { knownVariables, parseConfig } from '../../src/config/config.js';
import { readPage, root } from '../docs/support.js';
import { contextFilter, environmentOf, execForm, lastOf, parseDockerfile } from './dockerfile.js';

const stages = parseDockerfile(readPage('Dockerfile'));
const image = stages.at(-1);
if (image === undefined) throw new Error('The Dockerfile has no stage.');

describe('the Dockerfile', () => {
  it('has one base in all stages, with the Node version of .node-version', () => {
    const version = readFileSync(`${root}.node-version`, 'utf8').trim();

    expect(new Set(stages.map(({ base }) => base))).toEqual(
      new Set([`node:${version}-bookworm-slim`]),
    );
  });

  it('takes nothing from the stage that builds but dist/', () => {
    const copies = image.instructions.filter(
      ({ name, flags }) => name === 'COPY' && flags.get('from') === 'build',
    );

    expect(copies.map(({ text }) => text)).toEqual(['/app/dist ./dist']);
  });

  it('sets variables of the gateway only, and refuses to start with them alone', () => {
    const environment = environmentOf(image);

    expect(Object.keys(environment).filter((name) => !knownVariables.includes(name))).toEqual([]);
    expect(() => parseConfig(environment)).toThrow(/GATEWAY_TOKENS, such as web:TOKEN/);
    expect(() => parseConfig(environment)).toThrow(
      /Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET/,
    );
  });

  it('runs as a user that owns nothing but the volume of the state', () => {
    const state = environmentOf(image)['GATEWAY_STATE_DIR'];
    const owned = image.instructions.filter(({ text }) => text.includes('node:node'));

    expect(lastOf(image, 'USER').text).toBe('node');
    expect(lastOf(image, 'VOLUME').text).toBe(state);
    expect(owned.map(({ text }) => text)).toEqual([
      'mkdir -p "$GATEWAY_STATE_DIR" && chown node:node "$GATEWAY_STATE_DIR"',
    ]);
  });

  it('starts Node itself, so that signals arrive', () => {
    expect(execForm(lastOf(image, 'CMD'))[0]).toBe('node');
    expect(execForm(lastOf(image, 'HEALTHCHECK'))[0]).toBe('node');
  });
});

describe('.dockerignore', () => {
  const isInContext = contextFilter(readPage('.dockerignore'));

  it.each([
    'src/bin/index.ts',
    'package-lock.json',
    'schema/calls.graphql',
    'ui/graphiql/index.html',
  ])('lets %s into the image', (path) => {
    expect(isInContext(path)).toBe(true);
  });

  it.each([
    '.env',
    '.env.production',
    '.git/config',
    '.gateway/state.json',
    'node_modules/x/index.js',
    'src/.env',
    'ui/graphiql/node_modules/x.js',
    'test/http/support.ts',
  ])('keeps %s out of the image', (path) => {
    expect(isInContext(path)).toBe(false);
  });
});

describe('the parser of the tests', () => {
  it.each([
    ['an instruction', 'FROM x\nONBUILD RUN true'],
    ['a form of FROM', 'FROM x AS y z'],
    ['an instruction before FROM', 'RUN true'],
  ])('fails at %s that it does not know', (_, content) => {
    expect(() => parseDockerfile(content)).toThrow();
  });
});
