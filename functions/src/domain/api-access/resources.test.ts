import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Expert } from '../experts/profile.ts';
import { figuresOf } from '../figures/figures.ts';
import { figuresFacts } from '../figures/testing/facts.ts';
import { atelier } from '../laureates/testing/records.ts';
import { listedExpert } from '../lists/experts.ts';
import { listedLaureate } from '../lists/laureates.ts';
import { listedMission, type MissionPageLine, missionLine } from '../lists/missions.ts';
import { upTo } from '../missions/testing/journeys.ts';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { isRefusal } from '../refusal.ts';
import { type JsonSchema, recordOf, schemaOf } from './fields.ts';
import { openApi } from './openapi.ts';
import { apiPage, apiPageAsked, DEFAULT_ROWS, MOST_ROWS } from './pages.ts';
import { apiResources } from './resources.ts';
import { apiScopeNames } from './scopes.ts';

/** Words of each kind of thing that no program is told. */
const SECRET = 'à ne dire à personne';
const { mission, settings } = upTo('awaiting_report');
const line: MissionPageLine = {
  ...missionLine(
    { ...listedMission(mission), need: SECRET },
    { laureates: new Map([['atelier', atelier]]), settings, now: mission.since },
  ),
  ...{ devisCents: 1_234_56, subsidyCents: 1_000_00 },
};
const forge: Expert = {
  ...{ id: 'forge', company: 'La Forge', siret: '73282932000074', state: 'published', published: true },
  ...{ mayBeCommissioned: true, contact: { name: SECRET, email: SECRET, phone: SECRET } },
  ...{ publishes: { email: true, phone: true }, website: '', subthemes: ['4.2'], regions: ['Bretagne'] },
  ...{ formVersion: 1, answers: { references: SECRET }, noInterestDeclaredAt: 1, interests: [] },
  ...{ interestsLifted: null, submittedAt: 20, review: { by: SECRET, at: 30, message: SECRET } },
};
const laureate = listedLaureate({ ...atelier, referent: { uid: SECRET, phone: SECRET } });

const { missions, laureates, experts, figures } = apiResources(() => builtInThemes);
const records = {
  missions: [schemaOf(missions), recordOf(missions, line)],
  laureates: [schemaOf(laureates), recordOf(laureates, laureate)],
  experts: [schemaOf(experts), recordOf(experts, listedExpert(forge))],
  figures: [schemaOf(figures), recordOf(figures, figuresOf(figuresFacts({})))],
} as const satisfies Record<(typeof apiScopeNames)[number], readonly [JsonSchema, object]>;

describe('What a program reads', () => {
  it.each(apiScopeNames)('%s: is of the shape that its description says, and names nobody', (scope) => {
    const [schema, record] = records[scope];
    const closed = z.record(z.string(), z.unknown()).parse({ ...schema, additionalProperties: false });
    expect(z.fromJSONSchema(closed).safeParse(JSON.parse(JSON.stringify(record)))).toMatchObject({ success: true });
    expect(z.fromJSONSchema(closed).safeParse({ ...record, besoin: SECRET }).success).toBe(false);
    expect(JSON.stringify(record)).not.toContain(SECRET);
    expect(JSON.stringify(record)).not.toMatch(
      /"(?:besoin|courriel|telephone|iban|bic|referent|avis|notes|contact)":/i,
    );
  });

  it('has amounts in whole cents with their currency, instants in UTC, and days of Paris', () => {
    const [, record] = records.missions;
    expect(record).toMatchObject({
      ...{ identifiant: mission.id, etat: 'awaiting_report', debutPrevu: mission.submission?.plannedStart },
      ...{ devis: { centimes: 1_234_56, monnaie: 'EUR' }, subvention: { centimes: 1_000_00, monnaie: 'EUR' } },
      depuis: new Date(mission.since).toISOString(),
    });
    expect(recordOf(missions, { ...line, devisCents: null, validatedAt: null })).toMatchObject({
      ...{ devis: null, valideeLe: null },
    });
    const { awardedCents, remainingCents } = atelier.balance;
    expect(records.laureates[1]).toMatchObject({
      ...{ attribue: { centimes: awardedCents }, reste: { centimes: remainingCents } },
    });
  });
});

describe('A page', () => {
  const asked = (address: string) => apiPageAsked(new URLSearchParams(address));

  it('follows another by its mark, and misses nobody who was there', () => {
    const rows = ['c', 'a', 'd', 'b', 'e'].map((id) => ({ id }));
    const first = apiPage(rows, { size: 2, after: null });
    expect([first.rows.map(({ id }) => id), first.total]).toEqual([['a', 'b'], 5]);
    const next = asked(new URLSearchParams({ apres: first.next ?? '', nombre: '2' }).toString());
    if (isRefusal(next)) throw new Error(next.code);
    const after = apiPage([{ id: 'aa' }, ...rows.filter(({ id }) => id !== 'b')], next);
    expect(after.rows.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(apiPage(rows, { size: 5, after: null }).next).toBeNull();
  });

  it('is empty past the last row, also when what it followed is gone: a program that goes on reads nothing twice', () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ id }));
    const past = { rows: [], total: 3, next: null };
    expect(apiPage(rows, { size: 2, after: 'c:=c' })).toEqual(past);
    expect(apiPage(rows, { size: 2, after: 'd:=d' })).toEqual(past);
    expect(apiPage(rows, { size: 2, after: 'b:=b' })).toEqual({ rows: [{ id: 'c' }], total: 3, next: null });
  });

  it.each([
    ...['nombre=0', `nombre=${MOST_ROWS + 1}`, 'nombre=1e9', 'nombre=', 'nombre=5&nombre=6', 'apres=x', 'apres='],
    ...['access_token=abc', 'jeton=abc', 'etat=closed', '__proto__=1', 'constructor=1', `apres=${'x'.repeat(400)}:=x`],
  ])('is refused for what it does not know, rather than given whole: %s', (address) => {
    expect(asked(address)).toMatchObject({ code: 'parameter-invalid' });
    expect([asked(''), asked(`nombre=${MOST_ROWS}`)]).toEqual([
      { size: DEFAULT_ROWS, after: null },
      { size: MOST_ROWS, after: null },
    ]);
  });
});

it('The description for programs leads nowhere that it does not define', () => {
  const text = JSON.stringify(openApi('https://surmesure.exemple.fr'));
  const { components } = z
    .object({ openapi: z.literal('3.1.0'), components: z.object({ schemas: z.record(z.string(), z.unknown()) }) })
    .parse(JSON.parse(text));
  const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(Object.keys(components.schemas)));
  expect(text).toContain('"servers":[{"url":"https://surmesure.exemple.fr/donnees/v1"}]');
});
