import { buildAll } from '../build/build.ts';
import { type Ports, portsFor, requestedOffset } from '../emulators/ports.ts';
import { startProgramme } from '../programme-suite.ts';
import { brokenOf, sayVerdicts } from './checking.ts';
import type { Killed } from './kill.ts';
import type { SimulateOptions } from './options.ts';

interface OverHttp {
  readonly operations: number;
  readonly seed: number;
  readonly ports: Ports;
}

/** Missions played over HTTP, through the callables and triggers of a suite of their own, while its processes are killed; then what the sweeps make of it. */
export async function playOverHttp(asked: OverHttp, say: (line: string) => void): Promise<Killed> {
  const { operations, seed, ports } = asked;
  await buildAll(['emulator'], say);
  say('Emulators of the whole suite…');
  const suite = await startProgramme({
    ...{ projectId: 'demo-sur-mesure-kills', ports, stopOnSignals: true },
    inboxPorts: { smtp: 0, web: 0 },
    progress: () => undefined,
  });
  try {
    Object.assign(process.env, suite.emulators.env, {
      SUR_MESURE_ORIGIN: suite.origin,
      SUR_MESURE_INBOX: suite.inbox.address,
      SUR_MESURE_SUITE_LOG: suite.emulators.logFile,
    });
    // They read where the suite is when they are loaded.
    const { playAndKill } = await import('./kill.ts');
    say(`Playing ${operations} operations over HTTP…`);
    const killed = await playAndKill({ operations, seed, suite: process.pid });
    for (const line of toldOf(killed)) say(line);
    return killed;
  } finally {
    await suite.stop();
  }
}

/** What happened, a sentence each. */
export function toldOf({ operations, calls, again, processes, swept }: Killed): string[] {
  return [
    `${operations} operations, ${calls} calls, ${again} made again; processes killed: ${processes}.`,
    ...swept.map(
      ({ mails, documents, balances }) =>
        `Left to the sweeps: ${mails} mails, ${documents} PDFs; looked at again: ${balances} balances.`,
    ),
  ];
}

/** Answers the exit code: 1 when an invariant is broken. */
export async function simulateKills({ kill, figures }: SimulateOptions, say: (line: string) => void): Promise<0 | 1> {
  const ports = portsFor('bench', requestedOffset(process.argv, process.env));
  const { verdicts } = await playOverHttp({ operations: kill, seed: figures.seed, ports }, say);
  sayVerdicts(verdicts, say);
  return brokenOf(verdicts).length === 0 ? 0 : 1;
}
