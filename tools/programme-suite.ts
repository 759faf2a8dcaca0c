import { join } from 'node:path';
import { root } from './commands.ts';
import { emulatorNames } from './emulators/configuration.ts';
import { copyFunctions, copyPages } from './emulators/copies.ts';
import { type RunningEmulators, startEmulators } from './emulators/launch.ts';
import { host, type Ports } from './emulators/ports.ts';
import { type Inbox, startInbox } from './inbox.ts';
import { demonstrationSeal, type SealSecrets } from './sealing/demonstration-seal.ts';

export interface SuiteOptions {
  readonly projectId: `demo-${string}`;
  readonly ports: Ports;
  readonly inboxPorts: { readonly smtp: number; readonly web: number };
  /** Keeps the data and the mails from one run to the next. */
  readonly kept?: { readonly data: string; readonly mails: string };
  readonly stopOnSignals: boolean;
  /** For the emulators and what they start, besides what all suites have. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly progress: (line: string) => void;
}

export interface ProgrammeSuite {
  readonly emulators: RunningEmulators;
  readonly inbox: Inbox;
  readonly origin: string;
  /** Of this machine: what its attestations are sealed with. */
  readonly seal: SealSecrets;
  stop(): Promise<void>;
}

/**
 * All but Pub/Sub: the programme has no topic of its own, and schedules, for which firebase-tools would fill it, are run when they are asked for
 * (`deliver.ts`). Idle, it takes a twelfth of a core and two hundred megabytes.
 */
const emulators = emulatorNames.filter((name) => name !== 'pubsub');

/** The whole programme on this machine: inbox, emulators, functions and pages, on the ports of one command. */
export async function startProgramme(options: SuiteOptions): Promise<ProgrammeSuite> {
  const { projectId, ports, kept, progress } = options;
  const origin = `http://${host}:${ports.hosting}`;
  const inbox = await startInbox(options.inboxPorts, kept?.mails);
  try {
    const seal = await demonstrationSeal(join(root, '.emulators'), Date.now());
    const functionsSource = await copyFunctions(projectId, { origin, smtpPort: inbox.smtpPort, seal });
    const running = await startEmulators({
      projectId,
      ports,
      only: emulators,
      functionsSource,
      pages: await copyPages(projectId),
      stopOnSignals: options.stopOnSignals,
      environment: options.environment ?? {},
      progress,
      ...(kept && { importFrom: kept.data, exportOnExit: kept.data }),
    });
    return {
      emulators: running,
      inbox,
      origin,
      seal,
      async stop() {
        await running.stop();
        await inbox.stop();
      },
    };
  } catch (failure) {
    await inbox.stop();
    throw failure;
  }
}
