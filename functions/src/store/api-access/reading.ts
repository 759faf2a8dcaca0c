import type { Firestore } from 'firebase-admin/firestore';
import { type ApiFields, recordOf } from '../../domain/api-access/fields.ts';
import { type ApiAnswer, type ApiPage, type ApiPageAsked, apiPage } from '../../domain/api-access/pages.ts';
import { apiResources } from '../../domain/api-access/resources.ts';
import type { ApiScope } from '../../domain/api-access/scopes.ts';
import type { Instant } from '../../domain/calendar.ts';
import { get } from '../collection.ts';
import { figures } from '../collections/figures.ts';
import { settingsInForce } from '../collections/settings.ts';
import { readList } from '../lists/list.ts';
import { expertList, laureateList } from '../lists/lists.ts';
import { missionLines, withAmounts } from '../views/mission-list.ts';

interface Asked {
  readonly page: ApiPageAsked;
  readonly now: Instant;
}

type Reading = (firestore: Firestore, asked: Asked) => Promise<ApiAnswer>;

/** What each scope reads: the gathered lines of the lists (a read for 500), or the figures as they were last made; and the settings, for their themes. */
const readings = {
  missions: async (firestore, { page, now }) => {
    const found = apiPage((await missionLines(firestore, now)).lines, page);
    const fields = (await resourcesNow(firestore)).missions;
    return answerOf(fields, { ...found, rows: await withAmounts(firestore, found.rows) });
  },
  laureates: async (firestore, { page }) => {
    const found = apiPage(await readList(firestore, laureateList), page);
    return answerOf((await resourcesNow(firestore)).laureates, found);
  },
  experts: async (firestore, { page }) => {
    const listed = await readList(firestore, expertList);
    const found = apiPage(
      listed.filter(({ published }) => published),
      page,
    );
    return answerOf((await resourcesNow(firestore)).experts, found);
  },
  figures: async (firestore, { page }) => {
    const made = await get(firestore, figures, 'current');
    const found = apiPage(made === null ? [] : [{ ...made, id: 'current' }], page);
    return answerOf((await resourcesNow(firestore)).figures, found);
  },
} as const satisfies Record<ApiScope, Reading>;

/** A page of what this scope gives, for a token that was let through. */
export function readApi(firestore: Firestore, scope: ApiScope, asked: Asked): Promise<ApiAnswer> {
  const reading: Reading = readings[scope];
  return reading(firestore, asked);
}

async function resourcesNow(firestore: Firestore) {
  const { themes } = await settingsInForce(firestore);
  return apiResources(() => themes);
}

function answerOf<Row>(fields: ApiFields<Row>, { rows, total, next }: ApiPage<Row>): ApiAnswer {
  return { donnees: rows.map((row) => recordOf(fields, row)), total, suivant: next };
}
