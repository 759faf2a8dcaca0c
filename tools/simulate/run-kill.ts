import { buildAll } from '../build/build.ts';
import { portsFor, requestedOffset } from '../emulators/ports.ts';
import { startProgramme } from '../programme-suite.ts';
import { brokenOf } from './checking.ts';
import type { SimulateOptions } from './options.ts';
import { sayVerdicts } from './run.ts';

/** Starts a suite, kills its functions while missions are played over HTTP, and checks what the sweeps make of it. Answers the exit code. */
export async function simulateKills({ kill, figures }: SimulateOptions, say: (line: string) => void): Promise<0 | 1> {
  await buildAll(['emulator'], say);
  say('Emulators…');
  const suite = await startProgramme({
    projectId: 'demo-sur-mesure-kills',
    ports: portsFor('bench', requestedOffset(process.argv, process.env)),
    inboxPorts: { smtp: 0, web: 0 },
    stopOnSignals: true,
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
    say(`Playing ${kill} operations…`);
    const killed = await playAndKill({ operations: kill, seed: figures.seed, suite: process.pid });
    say(
      `${killed.operations} operations, ${killed.calls} calls, ${killed.again} made again; processes killed: ${killed.processes}.`,
    );
    for (const { mails, documents, balances } of killed.swept)
      say(`Left to the sweeps: ${mails} mails, ${documents} PDFs; looked at again: ${balances} balances.`);
    sayVerdicts(killed.verdicts, say);
    return brokenOf(killed.verdicts).length === 0 ? 0 : 1;
  } finally {
    await suite.stop();
  }
}
