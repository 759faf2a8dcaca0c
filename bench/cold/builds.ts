import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { buildFunctions, bundling } from '../../tools/build/functions.ts';

export interface Built {
  /** What a process imports first. */
  readonly entry: string;
  /** Where a source that is imported later ended up. */
  place(source: string): string;
  remove(): Promise<void>;
}

const { absWorkingDir: root } = bundling;

function placeIn({ outputs }: Metafile): Built['place'] {
  return (source) => {
    const file = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === source);
    if (file === undefined) throw new Error(`${source} is not imported on demand by the functions`);
    return join(root, file);
  };
}

/** The folder that is deployed, after its `gcp-build`. */
export async function buildOurs(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-cold-'));
  const metafile = await buildFunctions(folder);
  execFileSync(process.execPath, ['compile-cache.mjs'], { cwd: folder });
  const remove = () => rm(folder, { recursive: true });
  return { entry: join(folder, 'index.mjs'), place: placeIn(metafile), remove };
}

/** The same sources, transpiled, with every package imported from node_modules; inside functions/, from where it finds them. */
export async function buildPeer(): Promise<Built> {
  const folder = join(root, 'functions', 'node_modules', '.bench-cold');
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({ ...bundling, packages: 'external', outdir: folder });
  const remove = () => rm(folder, { recursive: true });
  const bundled = placeIn(metafile);
  const place = (source: string) => (source.startsWith('node_modules/') ? join(root, source) : bundled(source));
  return { entry: join(folder, 'functions.mjs'), place, remove };
}
