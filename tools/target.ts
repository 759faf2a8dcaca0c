import { type AppOptions, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { basePorts, host } from './emulators/ports.ts';

/** Where a command reads and writes: `emulator` is null for a project in production. */
export interface Target {
  readonly project: string;
  readonly emulator: string | null;
}

export const targetUsage =
  '  --project NOM    le projet Firebase ; un nom en « demo- » vise les émulateurs de cette machine';

/**
 * The project that the command line names, else the environment; null when neither does. A `demo-` project exists nowhere but in emulators, so
 * that naming one can never write to a real programme.
 */
export function targetOf(named: string | null | undefined, environment: NodeJS.ProcessEnv): Target | null {
  const project = named ?? environment.GCLOUD_PROJECT ?? environment.GOOGLE_CLOUD_PROJECT;
  if (!project) return null;
  const demonstration = project.startsWith('demo-') ? `${host}:${basePorts.firestore}` : null;
  return { project, emulator: environment.FIRESTORE_EMULATOR_HOST || demonstration };
}

/** What `parseArgs` could not read, in a French sentence. */
export function unreadOption(error: unknown): string {
  return `Option inconnue ou incomplète (${error instanceof Error ? error.message : String(error)}).`;
}

/** Opens the target, once in a process. */
export function connect({ project, emulator }: Target, more: Pick<AppOptions, 'storageBucket'> = {}): Firestore {
  if (emulator) process.env.FIRESTORE_EMULATOR_HOST = emulator;
  initializeApp({ projectId: project, ...more });
  return getFirestore();
}
