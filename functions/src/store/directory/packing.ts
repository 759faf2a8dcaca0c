import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import * as z from 'zod';
import { type DirectoryEntry, entryRooms, fitted } from '../../domain/directory/entry.ts';
import { day, id } from '../fields.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Under the 1 048 576 bytes of a document, its name and its other fields included. */
export const LARGEST_PACK = 1_000_000;
/** Half a second for the largest; more would be paid at each published card. */
const QUALITY = 5;

const entrySchema: z.ZodType<DirectoryEntry> = z.object({
  id,
  company: z.string(),
  skills: z.string(),
  sectors: z.string(),
  website: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  subthemes: z.array(id),
  regions: z.array(z.string()),
  confirmedOn: day.nullish(),
  further: z.string(),
});

/**
 * Entries as the bytes of one document, each as whole as the others leave room for.
 * @throws RangeError when even the shortest do not fit: some 10 000 experts.
 */
export async function packed(entries: readonly DirectoryEntry[]): Promise<Buffer> {
  for (const room of entryRooms) {
    const text = JSON.stringify(entries.map((entry) => fitted(entry, room)));
    const bytes = await compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
    if (bytes.length <= LARGEST_PACK) return bytes;
  }
  throw new RangeError('the directory is larger than a document');
}

export async function unpacked(bytes: Uint8Array): Promise<DirectoryEntry[]> {
  return z.array(entrySchema).parse(JSON.parse((await decompress(bytes)).toString()));
}
