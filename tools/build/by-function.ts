import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile, type OnLoadArgs, type OnResolveArgs, type Plugin } from 'esbuild';
import * as z from 'zod';

/**
 * A process runs one function, so it need not load the others. Each module that defines functions becomes an entry of its own, in one file: esbuild
 * alone would cut what fifty entries have in common into three hundred files, and opening those costs what they save. So what most functions load
 * is one file for all of them, packages are never copied, and the rest of our own modules is copied for each entry (`docs/decisions/059`).
 */
interface Plan {
  /** Modules that define functions. */
  readonly modules: readonly string[];
  /** Our own modules that most functions load. */
  readonly shared: ReadonlySet<string>;
  /** Our own modules that are imported on demand. */
  readonly later: ReadonlySet<string>;
}

const SOURCES = 'functions/src/';
const ENTRYPOINTS = `${SOURCES}entrypoints/`;
/** Evaluated before any function is defined. */
const OPTIONS = `${ENTRYPOINTS}options.ts`;
/** The folder of what is built, and the namespace of the modules that exist only while building. */
const BY_FUNCTION = 'by-function';
const SHARED = 'shared-by-functions';
const MOST = 0.5;

type Inputs = Metafile['inputs'];
type Kind = Metafile['outputs'][string]['imports'][number]['kind'];

/** How `bundling` has to be extended so that each function has a file of its own besides. */
export async function byFunction(
  bundling: BuildOptions & { readonly absWorkingDir: string },
  index: string,
): Promise<{ entryPoints: Record<string, string>; plugins: Plugin[] }> {
  const { metafile } = await build({ ...bundling, metafile: true, packages: 'external', write: false, outdir: 'none' });
  const plan = planOf(metafile.inputs, index);
  const entries = plan.modules.map((path) => [`${BY_FUNCTION}/${nameOf(path)}`, `${BY_FUNCTION}:${path}`]);
  return { entryPoints: Object.fromEntries(entries), plugins: [copying(bundling.absWorkingDir, plan)] };
}

/** Function → the file of the folder that its processes load. */
export function filesByFunction({ outputs }: Metafile): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(outputs).flatMap(([path, { entryPoint, exports }]) =>
      entryPoint?.startsWith(`${BY_FUNCTION}:`) ? exports.map((name) => [name, path] as const) : [],
    ),
  );
}

/** `file` and what it imports, `kinds` saying whether at once or on demand too. */
export function reached({ outputs }: Metafile, file: string, kinds: readonly Kind[]): ReadonlySet<string> {
  const found = new Set([file]);
  for (const path of found)
    for (const one of outputs[path]?.imports ?? []) if (kinds.includes(one.kind) && !one.external) found.add(one.path);
  return found;
}

function planOf(inputs: Inputs, index: string): Plan {
  const modules = importsOf(inputs, index, 'import-statement').filter((path) => path !== OPTIONS);
  const later = new Set(Object.keys(inputs).flatMap((path) => importsOf(inputs, path, 'dynamic-import')));
  const loaded = modules.flatMap((path) => [...loadedWith(inputs, path)]);
  const counts = Map.groupBy(loaded, (path) => path);
  const most = [...counts].filter(([, times]) => times.length >= MOST * modules.length).map(([path]) => path);
  const apart = new Set([...modules, ...later]);
  return { modules, later, shared: new Set([OPTIONS, ...most.filter((path) => !apart.has(path))]) };
}

function importsOf(inputs: Inputs, path: string, kind: Kind): string[] {
  const imports = inputs[path]?.imports ?? [];
  return imports.filter((one) => one.kind === kind && isOurs(one.path)).map((one) => one.path);
}

/** The module at `entry` and those that it imports at once, of our own. */
function loadedWith(inputs: Inputs, entry: string): Set<string> {
  const loaded = new Set([entry]);
  for (const path of loaded) for (const one of importsOf(inputs, path, 'import-statement')) loaded.add(one);
  return loaded;
}

function isOurs(path: string): boolean {
  return path.startsWith(SOURCES);
}

/** `callables/sign-in.ts` → `callables-sign-in`. */
function nameOf(path: string): string {
  return path.slice(ENTRYPOINTS.length, -'.ts'.length).replaceAll('/', '-');
}

/** For which entry a module was copied: `?callables-sign-in`, or nothing. */
const carried = z.object({ copy: z.string() }).optional();

function copying(root: string, { shared, later }: Plan): Plugin {
  const quoted = (path: string) => JSON.stringify(join(root, path));
  const written = (path: string) =>
    path === SHARED
      ? [...shared].map((one) => `import ${quoted(one)};`).join('\n')
      : `import '${SHARED}';\nexport * from ${quoted(path)};`;
  const copied = ({ path, resolveDir, pluginData }: OnResolveArgs) => {
    const found = resolve(resolveDir, path);
    const source = relative(root, found);
    const copy = carried.parse(pluginData)?.copy ?? '';
    return isOurs(source) && !shared.has(source) ? { path: found, suffix: copy } : null;
  };
  // What is imported on demand is an entry too, for esbuild: with the shared modules, which are there already, they stay one file.
  const read = async ({ path, suffix }: OnLoadArgs) => ({
    contents: `${later.has(relative(root, path)) ? `import '${SHARED}';` : ''}${await readFile(path, 'utf8')}`,
    loader: 'ts' as const,
    pluginData: { copy: suffix },
  });
  return {
    name: BY_FUNCTION,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${SHARED}$`) }, () => ({ path: SHARED, namespace: BY_FUNCTION }));
      onResolve({ filter: new RegExp(`^${BY_FUNCTION}:`) }, ({ path }) => ({
        path: path.slice(`${BY_FUNCTION}:`.length),
        namespace: BY_FUNCTION,
      }));
      onResolve({ filter: /\.ts$/ }, copied);
      onLoad({ filter: /.*/, namespace: BY_FUNCTION }, ({ path }) => ({
        contents: written(path),
        resolveDir: root,
        pluginData: { copy: path === SHARED ? '' : `?${nameOf(path)}` },
      }));
      onLoad({ filter: /functions\/src\/.*\.ts$/ }, read);
    },
  };
}
