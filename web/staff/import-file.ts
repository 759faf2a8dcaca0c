import type { Refusal } from '@sur-mesure/functions/domain/refusal';

/** What the server accepts, as characters; a file of a hundred laureates is a hundredth of it. */
export const largestBytes = 2_000_000;

/** The reader of the file is loaded with the first file: nobody else of the team needs it. */
export async function textOf(file: File): Promise<string | Refusal> {
  const { decode } = await import('@sur-mesure/functions/domain/laureates/csv');
  return decode(new Uint8Array(await file.arrayBuffer()));
}
