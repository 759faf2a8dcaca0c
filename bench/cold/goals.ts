import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Goal } from '../goal.ts';
import { type Built, buildOurs, buildPeer } from './builds.ts';
import { type Load, loads } from './loads.ts';

const processes = 15;
const goal = 0.45;

/** Milliseconds that a fresh process of one function takes to import what `load` names. Its name is in the environment, as in production. */
function importTime({ entry, laterFiles }: Built, load: Load): number {
  const files = [entry, ...laterFiles(load)].map((file) => JSON.stringify(pathToFileURL(file).href));
  const program = `
    const start = performance.now();
    ${files.map((file) => `await import(${file});`).join('\n')}
    console.log(performance.now() - start);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      FUNCTION_TARGET: load.target,
      GCLOUD_PROJECT: 'demo-bench',
      FIREBASE_CONFIG: JSON.stringify({ projectId: 'demo-bench', storageBucket: 'demo-bench' }),
    },
  });
  return Number(output);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** In turn, so that what else the machine does weighs on both; the first pair only fills the file system's cache. */
function compare(ours: Built, peer: Built, load: Load): Goal {
  const pairs = Array.from({ length: processes + 1 }, () => [importTime(ours, load), importTime(peer, load)] as const);
  const [, ...kept] = pairs;
  const middle = (side: 0 | 1) => median(kept.map((pair) => pair[side]));
  return { name: `cold, ${load.target}`, ours: middle(0), reference: middle(1), goal, unit: 'ms' };
}

export async function goals(): Promise<Goal[]> {
  const ours = await buildOurs();
  const peer = await buildPeer();
  try {
    return loads.map((load) => compare(ours, peer, load));
  } finally {
    await ours.remove();
    await peer.remove();
  }
}
