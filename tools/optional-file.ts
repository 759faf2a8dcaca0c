import { readFile } from 'node:fs/promises';
import { failedAs } from '../functions/src/store/failures.ts';

/** The text of a file; null where there is none. Any other failure (no right to read it, a folder of that name) is thrown: it is not an absence. */
export async function textOfOptional(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (failedAs(error, 'fileAbsent')) return null;
    throw error;
  }
}
