import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderDocument } from '../../functions/src/documents/render.ts';
import type { Goal } from '../goal.ts';
import { contextOf, issuedAtMs, type PeerDocument, peerDocument } from './document.ts';
import { firstDocuments } from './first.ts';
import { limitOf } from './limit.ts';

/** What each figure is divided by, and the ratio to stay under. The peers get our blocks ready made. */
const warmGoals = [
  { peer: 'pdfkit', name: 'pdf, warm, against pdfkit (tagged)', goal: 1 / 20 },
  { peer: 'typst', name: 'pdf, warm, against typst (tagged)', goal: 1 / 6 },
  { peer: 'pdfmake', name: 'pdf, warm, against pdfmake (untagged)', goal: 1 / 20 },
  { peer: 'react-pdf', name: 'pdf, warm, against react-pdf (untagged)', goal: 1 / 20 },
] as const;

const warmUps = 3;
const rounds = 30;
/** Ours and the limit are short: several in a row are timed together, so that a tick of the machine weighs less. */
const inARow = 5;

type Render = (document: PeerDocument) => Promise<Uint8Array> | Uint8Array;

const isRender = (value: unknown): value is Render => typeof value === 'function';

async function loadPeer(name: string): Promise<Render> {
  const module: object = await import(pathToFileURL(join(import.meta.dirname, 'peers', `${name}.js`)).href);
  const render = 'render' in module ? module.render : undefined;
  if (!isRender(render)) throw new Error(`bench/pdf/peers/${name}.js exports no render function`);
  return render;
}

/** The peers have their own lockfile: nobody who builds or tests the project downloads them. */
function installPeers(): void {
  const folder = join(import.meta.dirname, '..');
  if (existsSync(join(folder, 'node_modules'))) return;
  console.log('bench: installing the peers, once…');
  const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed: see npm’s message above.');
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Everything is measured in turn, in the same process and the same minute: absolute times move with the machine, ratios don't. */
async function warm(): Promise<Map<string, number>> {
  const peers = await Promise.all(warmGoals.map(async ({ peer }) => ({ peer, render: await loadPeer(peer) })));
  const times = new Map<string, number[]>();
  const note = (name: string, time: number) => times.set(name, [...(times.get(name) ?? []), time]);
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const keep = round >= warmUps;
    for (const { peer, render } of peers) {
      const document = peerDocument(round);
      const time = await timed(() => render(document));
      if (keep) note(peer, time);
    }
    // After the peers have emptied the caches of the processor, as other requests would.
    const contexts = Array.from({ length: inARow }, (_, index) => contextOf(round * inARow + index));
    const [first] = contexts;
    if (!first) continue;
    const limit = await limitOf(renderDocument('diagnostic', first, { issuedAtMs }));
    const ours = await timed(() => {
      for (const context of contexts) renderDocument('diagnostic', context, { issuedAtMs });
    });
    const least = await timed(() => {
      for (let index = 0; index < inARow; index += 1) limit();
    });
    if (!keep) continue;
    note('ours', ours / inARow);
    note('limit', least / inARow);
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

export async function goals(): Promise<Goal[]> {
  installPeers();
  const times = await warm();
  const timeOf = (name: string) => times.get(name) ?? Number.NaN;
  const ours = timeOf('ours');
  const first = await firstDocuments();
  return [
    ...warmGoals.map(({ peer, name, goal }) => ({ name, ours, reference: timeOf(peer), goal, unit: 'ms' as const })),
    { name: 'pdf, warm, against its own deflate', ours, reference: timeOf('limit'), goal: 3, unit: 'ms' },
    {
      name: 'pdf, first in a process, against pdfkit',
      ours: first.ours.milliseconds,
      reference: first.pdfkit.milliseconds,
      goal: 1 / 3,
      unit: 'ms',
    },
    {
      name: 'pdf, memory after one, against pdfkit',
      ours: first.ours.megabytes,
      reference: first.pdfkit.megabytes,
      goal: 1,
      unit: 'MB',
    },
  ];
}
