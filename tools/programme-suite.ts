import { join } from 'node:path';
import { root } from './commands.ts';
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

/** The whole programme on this machine: inbox, emulators, functions and pages, on the ports of one command. */
export async function startProgramme(options: SuiteOptions): Promise<ProgrammeSuite> {
  const { projectId, ports, kept, progress } = options;
  const origin = `http://${host}:${ports.hosting}`;
  const inbox = await startInbox(options.inboxPorts, kept?.mails);
  try {
    const seal = await demonstrationSeal(join(root, '.emulators'), Date.now());
    const functionsSource = await copyFunctions(projectId, { origin, smtpPort: inbox.smtpPort, seal });
    const emulators = await startEmulators({
      projectId,
      ports,
      functionsSource,
      pages: await copyPages(projectId),
      stopOnSignals: options.stopOnSignals,
      environment: options.environment ?? {},
      progress,
      ...(kept && { importFrom: kept.data, exportOnExit: kept.data }),
    });
    return {
      emulators,
      inbox,
      origin,
      seal,
      async stop() {
        await emulators.stop();
        await inbox.stop();
      },
    };
  } catch (failure) {
    await inbox.stop();
    throw failure;
  }
}
