import { entryOf, inOrder } from '../../functions/src/domain/directory/entry.ts';
import { searchOf } from '../../functions/src/domain/directory/search.ts';
import { manyCards } from '../../functions/src/domain/directory/testing/cards.ts';
import { builtInThemes } from '../../functions/src/domain/programme/built-in-themes.ts';
import { documentOf } from '../../functions/src/pages/frame.ts';
import { listPage } from '../../functions/src/pages/list-page.ts';
import { packed, unpacked } from '../../functions/src/store/directory/packing.ts';
import type { Goal } from '../goal.ts';
import { median } from '../median.ts';

const origin = 'https://surmesure.exemple.fr';
/** What a warm server may take for a page, in milliseconds. */
const WARM = 200;
const ROUNDS = 15;
const searches = ['', 'mots=tarifs', 'territoire=29&filiere=bois', 'thematique=4.2&page=2'];

/** Milliseconds of one page of the directory, from the stored bytes when `fresh`, from what the process has unpacked otherwise. */
async function pageOf(bytes: Uint8Array, fresh: boolean): Promise<number> {
  const times: number[] = [];
  let entries = await unpacked(bytes);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const search of searches) {
      const begun = performance.now();
      if (fresh) entries = await unpacked(bytes);
      const asked = {
        ...{ entries, page: 1, origin, embedded: false, themes: builtInThemes },
        search: searchOf(new URLSearchParams(search), builtInThemes),
      };
      documentOf(listPage(asked), asked);
      times.push(performance.now() - begun);
    }
  }
  return median(times);
}

const bytesOf = (count: number) => packed(inOrder(manyCards(count).map((card) => entryOf(card))));

/** The public directory: its page at the server with 2 000 experts, warm and just changed, and what twenty times more experts cost. */
export async function directoryGoals(): Promise<Goal[]> {
  const [few, many] = [await bytesOf(100), await bytesOf(2_000)];
  await pageOf(few, true);
  const [warmFew, warmMany, changedMany] = [
    await pageOf(few, false),
    await pageOf(many, false),
    await pageOf(many, true),
  ];
  return [
    { name: 'directory of 2 000, a page, warm', ours: warmMany, reference: WARM, goal: 1, unit: 'ms' },
    { name: 'directory of 2 000, a page, just changed', ours: changedMany, reference: WARM, goal: 1, unit: 'ms' },
    // Both are a few milliseconds: twenty times more experts may not cost twenty times more.
    { name: 'directory, a page of 2 000 to one of 100', ours: warmMany, reference: warmFew, goal: 15, unit: 'ms' },
  ];
}
