import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.js';

/** Returns the names of the packages that a source text imports. */
export function packagesIn(source) {
  const specifiers = [...source.matchAll(/\b(?:from|import)\s*\(?\s*'([^'.][^']*)'/g)];
  return specifiers.map(([, specifier]) =>
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}

/** The pages hold their packages in `dist/`, although package.json lists these for development. */
function packagesOfPages() {
  const folder = join(root, 'ui');
  const files = readdirSync(folder, { recursive: true })
    .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)vite\.config\.ts$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return files.flatMap(packagesIn);
}

/**
 * Returns the part of a CycloneDX document that users get: the packages with these names that the root depends on, with
 * everything that they depend on.
 */
export function reachableFrom(names, document) {
  const { component } = document.metadata;
  const byRef = new Map(document.components.map((each) => [each['bom-ref'], each]));
  const dependsOn = new Map(
    document.dependencies.map(({ ref, dependsOn: refs = [] }) => [ref, refs]),
  );
  const roots = (dependsOn.get(component['bom-ref']) ?? []).filter((ref) =>
    names.has(byRef.get(ref)?.name),
  );
  const reached = new Set();
  const reach = (ref) => {
    if (reached.has(ref)) return;
    reached.add(ref);
    for (const next of dependsOn.get(ref) ?? []) reach(next);
  };
  for (const ref of roots) reach(ref);
  return {
    ...document,
    components: document.components.filter((each) => reached.has(each['bom-ref'])),
    dependencies: document.dependencies.flatMap((each) => {
      if (each.ref === component['bom-ref']) return [{ ...each, dependsOn: roots }];
      return reached.has(each.ref) ? [each] : [];
    }),
  };
}

/** Returns the software bill of materials of what users get, as CycloneDX, from package-lock.json. */
export function readBill() {
  const { name, dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const ask = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const { status, stdout, stderr } = spawnSync('npm', ask, options);
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr.trim()}`);
  const document = JSON.parse(stdout);
  const names = new Set([
    ...Object.keys(dependencies),
    ...Object.keys(peerDependencies),
    ...packagesOfPages(),
  ]);
  const bill = reachableFrom(names, document);
  // npm uses the name of the folder.
  const component = { ...bill.metadata.component, name };
  return { ...bill, metadata: { ...bill.metadata, component } };
}
