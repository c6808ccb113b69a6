import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadHook } from '../../../src/access/policy/hookModule.js';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'policy-'));
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

let count = 0;

/** Loads a module of that text. */
function load(text: string) {
  count += 1;
  const path = join(directory, `policy${count}.mjs`);
  writeFileSync(path, text);
  return loadHook(path);
}

describe('A policy module', () => {
  it.each([
    ['export default (viewer, call) => "hide";', false],
    ['export const needs = []; export default async () => "hide";', false],
    ['export const needs = ["parties"]; export default function () { return "hide"; }', true],
  ])('judges by its default export: %s', async (text, needsParties) => {
    const loaded = await load(text);
    if (!('hook' in loaded)) throw new Error(loaded.problem);
    expect(loaded.hook.needsParties).toBe(needsParties);
    const call = {} as Parameters<typeof loaded.hook.judge>[1];
    const viewer = { client: 'a', tenant: 'default', person: null, roles: [] };
    expect(await loaded.hook.judge(viewer, call)).toBe('hide');
  });

  it.each([
    ['export const judge = () => "allow";', 'must export a function'],
    ['export default "allow";', 'must export a function'],
    ['export const needs = "parties"; export default () => "allow";', "only ['parties']"],
    ['export const needs = ["brief"]; export default () => "allow";', "only ['parties']"],
    ['export const gone = "allow"; export default () => "allow";', 'as "gone"'],
    ['this is no module', 'cannot be loaded'],
    ['throw new Error("out of order");', 'out of order'],
  ])('that cannot judge is a problem: %s', async (text, problem) => {
    expect(await load(text)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('that is missing is a problem', async () => {
    const loaded = await loadHook(join(directory, 'nowhere.mjs'));
    expect(loaded).toEqual({ problem: expect.stringContaining('cannot be loaded') });
  });
});
