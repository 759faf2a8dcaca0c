import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { filesByFunction, reached } from '../../tools/build/by-function.ts';
import { buildFunctions, bundling } from '../../tools/build/functions.ts';
import type { Load } from './loads.ts';

export interface Built {
  /** What a process imports first. */
  readonly entry: string;
  /** Where the sources that a load imports later ended up. */
  laterFiles(load: Load): readonly string[];
  remove(): Promise<void>;
}

const { absWorkingDir: root } = bundling;

/** Where `source` is, among what `main` may import. */
function placeOf(metafile: Metafile, main: string, source: string): string {
  const files = reached(metafile, main, ['import-statement', 'dynamic-import']);
  // A source that was copied for one function is named after it: `source?function`.
  const place = [...files].find((path) => metafile.outputs[path]?.entryPoint?.split('?')[0] === source);
  if (place === undefined) throw new Error(`${source} is not imported on demand by ${main}`);
  return join(root, place);
}

/** The folder that is deployed, after its `gcp-build`: a process loads the file of its function. */
export async function buildOurs(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-cold-'));
  const metafile = await buildFunctions(folder);
  execFileSync(process.execPath, ['compile-cache.mjs'], { cwd: folder });
  const files = filesByFunction(metafile);
  const laterFiles = ({ target, later }: Load) => {
    const main = files.get(target);
    if (main === undefined) throw new Error(`there is no function named ${target}`);
    return later.map((source) => placeOf(metafile, main, source));
  };
  return { entry: join(folder, 'index.mjs'), laterFiles, remove: () => rm(folder, { recursive: true }) };
}

/** The same sources, transpiled, with every package imported from node_modules; inside functions/, from where it finds them. */
export async function buildPeer(): Promise<Built> {
  const folder = join(root, 'functions', 'node_modules', '.bench-cold');
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({ ...bundling, packages: 'external', outdir: folder });
  const main = Object.keys(metafile.outputs).find(
    (path) => metafile.outputs[path]?.entryPoint === bundling.entryPoints.functions,
  );
  if (main === undefined) throw new Error('the peer has no entry');
  const laterFiles = ({ later }: Load) =>
    later.map((source) => (source.startsWith('node_modules/') ? join(root, source) : placeOf(metafile, main, source)));
  return { entry: join(root, main), laterFiles, remove: () => rm(folder, { recursive: true }) };
}
