import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EmulatorsUnavailable } from '../emulators/failure.ts';

/** What is kept from one start to the next. */
export interface Kept {
  readonly data: string;
  readonly mails: string;
}

export const keptIn = (folder: string): Kept => ({ data: join(folder, 'data'), mails: join(folder, 'mails') });

export const forget = (folder: string) => rm(folder, { recursive: true, force: true });

const exportSchema = z.object({
  firestore: z.object({ metadata_file: z.string() }),
  auth: z.object({ path: z.string() }),
  storage: z.object({ path: z.string() }),
});

const advice = 'Start afresh with: npm start -- --reset (what was kept is lost).';

/**
 * Checks that what was kept is whole before the emulators read it: they would end with a stack of Java's.
 *
 * @throws EmulatorsUnavailable when an export was cut short
 */
export async function requireWholeExport({ data }: Kept): Promise<void> {
  if (!(await exists(data))) return;
  const text = await readFile(join(data, 'firebase-export-metadata.json'), 'utf8').catch(() => undefined);
  const parts = text === undefined ? undefined : partsOf(text);
  const missing = await Promise.all((parts ?? []).map(async (part) => !(await exists(join(data, part)))));
  if (parts === undefined || missing.includes(true)) {
    throw new EmulatorsUnavailable(
      `The demonstration kept in ${data} is incomplete: its last save was cut short.\n${advice}`,
    );
  }
}

function partsOf(metadata: string): string[] | undefined {
  try {
    const { firestore, auth, storage } = exportSchema.parse(JSON.parse(metadata));
    return [
      firestore.metadata_file,
      ...['accounts.json', 'config.json'].map((name) => join(auth.path, name)),
      join(storage.path, 'buckets.json'),
    ];
  } catch {
    return undefined;
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
