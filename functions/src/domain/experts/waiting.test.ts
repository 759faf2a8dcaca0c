import { describe, expect, it } from 'vitest';
import { DAY, endOfDay } from '../calendar.ts';
import type { Mission } from '../missions/mission.ts';
import { upTo } from '../missions/testing/journeys.ts';
import type { Invoice } from '../subsidy/invoice.ts';
import type { Expert } from './profile.ts';
import { type ExpertRecords, tasksOfExpert } from './waiting.ts';

const company: Expert = {
  ...{ id: 'forge', company: 'La Forge', siret: '73282932000074', state: 'published' },
  ...{ published: true, mayBeCommissioned: true, website: '' },
  contact: { name: 'Noé Martin', email: 'noe@forge.example', phone: '06 00 00 00 00' },
  publishes: { email: false, phone: false },
  ...{ subthemes: ['4.2'], regions: ['Bretagne'], answers: {}, formVersion: 1 },
  ...{ noInterestDeclaredAt: 1, interests: [], interestsLifted: null, submittedAt: 1, review: null },
};

const story = upTo('awaiting_diagnostic');

function records(missions: readonly Mission[], more: Partial<ExpertRecords> = {}): ExpertRecords {
  const { settings, now } = story;
  return { expert: company, missions, invoices: [], unread: {}, settings, now, ...more };
}
const invoice: Invoice = {
  ...{ id: 'i1', missionId: 'm1', laureateId: 'atelier', laureateName: 'Atelier', expertId: 'forge', fileId: 'f1' },
  ...{ number: 'F-1', numberKey: 'f1', date: '2024-03-05', amountCents: 100, status: 'deposited', records: [] },
};
const asked = (one: ExpertRecords, uid = 'noe') => tasksOfExpert(uid, one).map(({ what, path }) => [what, path]);

describe('What waits for a person of a company', () => {
  it('comes from every laureate in one list, each line on the page where it is done', () => {
    const other: Mission = { ...upTo('awaiting_correction').mission, id: 'm2' };
    const lines = tasksOfExpert('noe', records([story.mission, other]));
    expect(lines.map(({ missionId }) => missionId).toSorted()).toEqual(['m1', 'm2']);
    expect(lines.find(({ missionId }) => missionId === 'm1')).toMatchObject({
      ...{ what: 'Envoyez le diagnostic et le devis', path: '/expert?mission=m1&etape=attendue' },
      delay: expect.stringMatching(/^avant le /),
    });
    const since = lines.map((line) => line.since);
    expect(since).toEqual(since.toSorted((one, two) => one - two));
  });

  it('is not what a colleague follows', () => {
    expect(asked(records([story.mission]), 'zoe')).toEqual([]);
    expect(asked(records([story.mission]))).toHaveLength(1);
  });

  it('is the invoice of a mission that is over and has none, for half a year', () => {
    const closed = upTo('closed');
    const over = records([closed.mission], { now: closed.mission.since });
    expect(asked(over)).toEqual([['Déposez votre facture', '/expert?mission=m1&etape=facture']]);
    expect(asked({ ...over, now: closed.mission.since + 180 * DAY })).toEqual([]);
    expect(asked({ ...over, invoices: [invoice] })).toEqual([]);
    expect(asked({ ...over, invoices: [{ ...invoice, missionId: 'm2' }] })).toHaveLength(1);
  });

  it('is the invoice again where one was recorded as not paid, until the next comes', () => {
    const { mission } = upTo('closed');
    const unpaid: Invoice = { ...invoice, status: 'unpaid' };
    const over = records([mission], { now: mission.since, invoices: [unpaid] });
    expect(asked(over)).toEqual([['Déposez votre facture', '/expert?mission=m1&etape=facture']]);
    const again: Invoice = { ...invoice, id: 'i2', status: 'paid' };
    expect(asked({ ...over, invoices: [unpaid, again] })).toEqual([]);
  });

  it('is an invoice for each laureate that confirmed a shared mission, and none for one that did not', () => {
    const { mission } = upTo('closed');
    const { atelier } = mission.participants;
    if (atelier === undefined) throw new Error('nobody asked for this mission');
    const shared = (confirmed: boolean): Mission => ({
      ...mission,
      participants: { atelier, bocal: { ...atelier, laureateId: 'bocal', name: 'Bocal', confirmed } },
    });
    const over = (confirmed: boolean, ...invoices: Invoice[]) =>
      asked(records([shared(confirmed)], { now: mission.since, invoices }));
    expect(over(true, invoice)).toHaveLength(1);
    expect(over(false, invoice)).toEqual([]);
    expect(over(true, invoice, { ...invoice, id: 'i2', laureateId: 'bocal' })).toEqual([]);
  });

  it('is a message of a mission that goes on, and none of one that is over', () => {
    const unread = { m1: 2 };
    expect(asked(records([story.mission], { unread }))).toContainEqual([
      'Lisez 2 nouveaux messages',
      '/expert?mission=m1',
    ]);
    const closed = upTo('closed').mission;
    expect(asked(records([closed], { unread, now: closed.since + 200 * DAY }))).toEqual([]);
  });

  it('is the registration that was returned, and the card whose year is over', () => {
    expect(asked(records([], { expert: { ...company, state: 'returned', published: false } }))).toEqual([
      ['Complétez votre fiche d’expert, puis envoyez-la de nouveau', '/expert?inscription'],
    ]);
    const due = { ...company, confirmBy: '2020-01-01' };
    expect(asked(records([], { expert: due }))).toEqual([['Dites si votre fiche est à jour', '/expert?inscription']]);
    expect(asked(records([]))).toEqual([]);
  });

  it('is no report before the end that the devis plans', () => {
    const running = upTo('awaiting_report');
    expect(asked(records([running.mission], { now: running.now }))).toEqual([]);
    const end = endOfDay(running.mission.submission?.plannedEnd ?? '');
    expect(asked(records([running.mission], { now: end }))).toHaveLength(1);
  });
});
