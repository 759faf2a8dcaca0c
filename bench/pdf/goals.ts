import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Goal } from '../goal.ts';
import { firstDocuments, longDocument } from './first.ts';
import { warmTimes } from './warm.ts';

/** What each figure is divided by, and the ratio to stay under. The peers get our blocks ready made. */
const warmGoals = [
  { peer: 'pdfkit', name: 'pdf, warm, against pdfkit (tagged)', goal: 1 / 20 },
  { peer: 'typst', name: 'pdf, warm, against typst (tagged)', goal: 1 / 6 },
  { peer: 'pdfmake', name: 'pdf, warm, against pdfmake (untagged)', goal: 1 / 20 },
  { peer: 'react-pdf', name: 'pdf, warm, against react-pdf (untagged)', goal: 1 / 20 },
  { peer: 'limit', name: 'pdf, warm, against its own deflate', goal: 3 },
] as const;

/** The peers have their own lockfile: nobody who builds or tests the project downloads them. */
function installPeers(): void {
  const folder = join(import.meta.dirname, '..');
  if (existsSync(join(folder, 'node_modules'))) return;
  console.log('bench: installing the peers, once…');
  const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed: see npm’s message above.');
}

export async function goals(): Promise<Goal[]> {
  installPeers();
  const times = await warmTimes();
  const first = await firstDocuments();
  const long = await longDocument();
  const ours = times.get('ours') ?? Number.NaN;
  return [
    ...warmGoals.map(({ peer, name, goal }) => ({
      name,
      ours,
      reference: times.get(peer) ?? Number.NaN,
      goal,
      unit: 'ms' as const,
    })),
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
    { name: 'pdf, 60 pages and 1 000 rows, fresh', ours: long.milliseconds, reference: 2_000, goal: 1, unit: 'ms' },
    { name: 'pdf, 60 pages and 1 000 rows, peak', ours: long.megabytes, reference: 150, goal: 1, unit: 'MB' },
  ];
}
