import { copyFunctions, copyPages } from './emulators/copies.ts';
import { type RunningEmulators, startEmulators } from './emulators/launch.ts';
import { host, type Ports } from './emulators/ports.ts';
import { type Inbox, startInbox } from './inbox.ts';

export interface SuiteOptions {
  readonly projectId: `demo-${string}`;
  readonly ports: Ports;
  readonly inboxPorts: { readonly smtp: number; readonly web: number };
  /** Keeps the data and the mails from one run to the next. */
  readonly kept?: { readonly data: string; readonly mails: string };
  readonly stopOnSignals: boolean;
  readonly progress: (line: string) => void;
}

export interface ProgrammeSuite {
  readonly emulators: RunningEmulators;
  readonly inbox: Inbox;
  readonly origin: string;
  stop(): Promise<void>;
}

/** The whole programme on this machine: inbox, emulators, functions and pages, on the ports of one command. */
export async function startProgramme(options: SuiteOptions): Promise<ProgrammeSuite> {
  const { projectId, ports, kept, progress } = options;
  const origin = `http://${host}:${ports.hosting}`;
  const inbox = await startInbox(options.inboxPorts, kept?.mails);
  try {
    const functionsSource = await copyFunctions(projectId, { origin, smtpPort: inbox.smtpPort });
    const emulators = await startEmulators({
      projectId,
      ports,
      functionsSource,
      pages: await copyPages(projectId),
      stopOnSignals: options.stopOnSignals,
      progress,
      ...(kept && { importFrom: kept.data, exportOnExit: kept.data }),
    });
    return {
      emulators,
      inbox,
      origin,
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
