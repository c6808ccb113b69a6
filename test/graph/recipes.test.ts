import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { exampleFolder, recipeBlocks, recipes } from './support/recipes.js';

const read = async <Json>(file: string | URL) => JSON.parse(await readFile(file, 'utf8')) as Json;

describe.each([recipes.react, recipes.supergraph])('the recipe "$heading"', (recipe) => {
  it('shows what stands in the examples, part by part', async () => {
    const shown = (await recipeBlocks(recipe)).filter(({ file }) => file !== undefined);
    expect(shown.length).toBeGreaterThanOrEqual(2);

    for (const { file = '', text } of shown) {
      const whole = await readFile(exampleFolder(file).slice(0, -1), 'utf8');
      let end = 0;
      for (const part of text.split(/^ *\/\/ …\n/m)) {
        const start = whole.indexOf(part, end);
        expect({ file, part, isThere: start >= end }).toEqual({ file, part, isThere: true });
        end = start + part.length;
      }
    }
  });

  it('begins with commands that copy one and run what it has', async () => {
    const [commands] = await recipeBlocks(recipe);
    const [, name = ''] =
      /^cp -r test\/graph\/examples\/([\w-]+) /.exec(commands?.text ?? '') ?? [];
    const { scripts } = await read<Manifest>(`${exampleFolder(name)}package.json`);

    expect(existsSync(exampleFolder(name))).toBe(true);
    const run = [...(commands?.text ?? '').matchAll(/npm run (\w+)/g)].map(([, script]) => script);
    expect(run).not.toEqual([]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(run));
  });
});

it('the examples read no variable that a gateway in the same shell would take for its own', async () => {
  const folder = exampleFolder('');
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    /^(?!.*node_modules).*\.tsx?$/.test(file),
  );
  const texts = await Promise.all(files.map((file) => readFile(`${folder}${file}`, 'utf8')));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/process\.env(?:\.|\[')(\w+)/g)].map(([, name]) => name),
  );

  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !name?.startsWith('EXAMPLE_'))).toEqual([]);
});

interface Manifest {
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

it.each(['react-app', 'supergraph'])(
  'the example %s has the packages that it is tested with',
  async (name) => {
    const own = await read<Manifest>(`${exampleFolder(name)}package.json`);
    const tested = {
      ...(await read<Manifest>(new URL('../../package.json', import.meta.url))).devDependencies,
      ...(await read<Manifest>(new URL('package.json', import.meta.url))).dependencies,
    };

    const packages = { ...own.dependencies, ...own.devDependencies };
    const same = Object.fromEntries(Object.keys(packages).map((each) => [each, tested[each]]));
    expect(packages).toEqual(same);
  },
);
