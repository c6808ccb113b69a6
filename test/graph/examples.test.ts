import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { examplesFolder, readManifest } from './support/examples.js';
import { recipeBlocks, recipes } from './support/recipes.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const names = readdirSync(examplesFolder);

it('each have a test', () => {
  expect(names.sort()).toEqual([
    'call-as-text',
    'own-server',
    'react-app',
    'supergraph',
    'typed-client',
    'urql',
  ]);
});

describe.each(names)('examples/%s', (name) => {
  const folder = join(examplesFolder, name);

  it('has the packages that it is tested with', async () => {
    const own = await readManifest(folder);
    const { dependencies, devDependencies } = await readManifest(root);
    const tested = {
      ...dependencies,
      ...devDependencies,
      ...(await readManifest(join(root, 'test', 'graph'))).dependencies,
    };

    const packages = { ...own.dependencies, ...own.devDependencies };
    const same = Object.fromEntries(Object.keys(packages).map((each) => [each, tested[each]]));
    expect(packages).toEqual(same);
  });

  it('has a README whose commands copy it and run scripts that it has', async () => {
    const readme = await readFile(join(folder, 'README.md'), 'utf8');
    const { scripts } = await readManifest(folder);
    const [, commands = ''] = /```bash\n(.*?)```/s.exec(readme) ?? [];

    expect(commands).toMatch(new RegExp(`^cp -r examples/${name} `));
    const run = [...readme.matchAll(/npm run (\w+)/g)].map(([, script = '']) => script);
    const start = commands.includes('npm start') ? ['start'] : [];
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...run, ...start]));
    expect(commands).toMatch(/npm (start|run dev)/);
  });

  it('reads no variable that a gateway in the same shell would read, and documents those that it reads', async () => {
    const readme = await readFile(join(folder, 'README.md'), 'utf8');
    const files = (await readdir(folder, { recursive: true })).filter((file) =>
      /^(?!.*node_modules).*\.(tsx?|js)$/.test(file),
    );
    const variables = files.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/process\.env(?:\.|\[')(\w+)/g)].map(
        ([, variable = '']) => variable,
      ),
    );

    expect(variables).not.toEqual([]);
    expect(variables.filter((variable) => !variable.startsWith('EXAMPLE_'))).toEqual([]);
    expect(variables.filter((variable) => !readme.includes(`\`${variable}\``))).toEqual([]);
  });
});

describe.each([recipes.react, recipes.typed, recipes.references, recipes.supergraph])(
  'the recipe "$heading"',
  (recipe) => {
    it('repeats the examples, part by part', async () => {
      const shown = (await recipeBlocks(recipe)).filter(({ file }) => file !== undefined);
      expect(shown.length).toBeGreaterThanOrEqual(1);

      for (const { file = '', text } of shown) {
        const whole = await readFile(join(examplesFolder, file), 'utf8');
        let end = 0;
        for (const part of text.split(/^ *\/\/ …\n/m)) {
          const start = whole.indexOf(part, end);
          expect({ file, part, isThere: start >= end }).toEqual({ file, part, isThere: true });
          end = start + part.length;
        }
      }
    });
  },
);
