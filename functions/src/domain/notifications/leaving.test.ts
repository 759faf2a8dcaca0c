import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../calendar.ts';
import { upTo } from '../missions/testing/journeys.ts';
import { signatory, staff } from '../missions/testing/people.ts';
import { defaultSettings } from '../programme/settings.ts';
import { asItStands, type Departure, type LaterMail, leavingOf, MOST_EARLIER, restsOn, takingUp } from './leaving.ts';
import { budgetedMails, choicesOf, mailKinds } from './mail-kinds.ts';
import { type MailName, mailNames, noFacts, type OutboxItem } from './mails.ts';

const NOW = Date.UTC(2024, 2, 5, 11);

function itemOf(mail: MailName, change: Partial<OutboxItem> = {}): OutboxItem {
  return {
    ...{ id: `${mail}.1`, mail, path: '/', when: 'now', parts: [], createdAt: NOW - 10 * MINUTE },
    to: { email: 'a@b.example', name: 'Anne', uid: 'anne' },
    facts: { ...noFacts, recipientName: 'Anne', reader: 'laureate', state: 'awaiting_validation' },
    mission: { id: 'm1', event: 5 },
    ...change,
  };
}

function departure(item: OutboxItem, change: Partial<Departure> = {}): Departure {
  const quiet = { preferences: {}, missionNow: null, later: [], placeInWeek: 1 };
  return { item, ...quiet, settings: defaultSettings, now: NOW, ...change };
}

const doing = (item: OutboxItem, change: Partial<Departure> = {}) => leavingOf(departure(item, change));
const send = { does: 'send' };
const later = (mail: MailName, change: Partial<LaterMail> = {}): LaterMail => ({
  ...{ id: `${mail}.2`, mail, when: 'now', waits: true },
  ...change,
});

describe('A mail that is due', () => {
  it('leaves where no rule keeps it', () => {
    for (const mail of mailNames) expect(doing(itemOf(mail)), mail).toEqual(send);
  });

  it('of an account leaves whatever anybody chose', () => {
    for (const mail of ['signIn', 'confirmationCode', 'invited'] as const) {
      expect(doing(itemOf(mail), { preferences: { [mail]: 'never' }, placeInWeek: 9 })).toEqual(send);
      expect(restsOn(itemOf(mail, { mission: null }), {})).toEqual({
        ...{ mission: false, account: false, invoices: false, later: false, week: false },
      });
    }
  });

  it('waits for the mail of the day or of the week that its event, or its reader, gathers it in', () => {
    const weekly = itemOf('missionChanged', { when: 'weekly' });
    expect(doing(weekly)).toEqual({ does: 'hold', period: 'weekly' });
    expect(doing(weekly, { preferences: { missionChanged: 'daily' } })).toEqual({ does: 'hold', period: 'daily' });
    expect(doing(weekly, { preferences: { missionChanged: 'now' } })).toEqual(send);
  });

  it('to an address that has no digest leaves, since nothing would gather it', () => {
    const weekly = itemOf('missionChanged', { when: 'weekly' });
    expect(doing({ ...weekly, to: { ...weekly.to, uid: null } })).toEqual(send);
  });

  it('that its reader turned down is never sent, and says why; what may not be turned down leaves', () => {
    const never = doing(itemOf('messageReceived'), { preferences: { messageReceived: 'never' } });
    expect(never).toMatchObject({ does: 'supersede', into: null, why: expect.stringContaining('choisi') });
    for (const mail of mailNames.filter((name) => !choicesOf(name).includes('never')))
      expect(doing(itemOf(mail), { preferences: { [mail]: 'never' } }), mail).toEqual(send);
  });

  it('that asks what is not asked any more is silenced, rather than gathered', () => {
    const story = upTo('awaiting_validation');
    const item = itemOf('diagnosticSubmitted', { createdAt: story.now });
    const missionNow = { mission: story.mission, ofLaureates: ['atelier'], invoices: [] };
    expect(doing(item, { missionNow })).toEqual(send);
    story.later(1).play(staff, 'cancel');
    const cancelled = { missionNow: { ...missionNow, mission: story.mission } };
    for (const when of ['now', 'daily'] as const)
      expect(doing({ ...item, when }, cancelled)).toMatchObject({ does: 'supersede', into: null, carried: false });
  });

  it('that is asked again by a later one leaves it to that one', () => {
    const again = { later: [later('reminder'), later('messageReceived')] };
    expect(doing(itemOf('reminder'), again)).toMatchObject({ does: 'supersede', into: 'reminder.2', carried: false });
    expect(doing(itemOf('invoiceDeposited'), { later: [later('invoiceDeposited')] })).toEqual(send);
    expect(doing(itemOf('validationNotice'), { later: [later('validationNotice')] })).toEqual(send);
  });
});

describe('Two changes within minutes', () => {
  const createdAt = NOW - MINUTE;
  const fresh = itemOf('missionDecided', { createdAt });

  it('make one mail: the first waits, then leaves what it says to the last', () => {
    expect(doing(fresh)).toEqual({ does: 'wait', until: createdAt + 3 * MINUTE });
    const due = { now: createdAt + 3 * MINUTE };
    expect(doing(fresh, due)).toEqual(send);
    expect(doing(fresh, { ...due, later: [later('missionAccepted'), later('missionDecided')] })).toMatchObject({
      ...{ does: 'supersede', into: 'missionDecided.2', carried: true },
    });
  });

  it.each([
    ['was tried already', later('missionDecided', { waits: false })],
    ['is gathered in another', later('missionChanged', { when: 'weekly' })],
    ['asks for something', later('diagnosticSubmitted')],
  ])('make two where the later one %s', (_why, one) => {
    expect(doing(fresh, { now: NOW + HOUR, later: [one] })).toEqual(send);
  });

  it('make two where the setting says at once, and where they are about no mission', () => {
    const settings = { ...defaultSettings, mailsMergeMinutes: 0 };
    expect(doing(fresh, { settings, later: [later('missionDecided')] })).toEqual(send);
    expect(doing({ ...fresh, mission: null }, { later: [later('missionDecided')] })).toEqual(send);
  });

  it('never make a request, a proof or a code wait', () => {
    const waiting = mailNames.filter((mail) => doing(itemOf(mail, { createdAt })).does === 'wait');
    expect(waiting.map((mail) => mailKinds[mail].purpose)).not.toContain('request');
    expect(waiting.sort()).toEqual(['missionAccepted', 'missionChanged', 'missionDeclined', 'missionDecided'].sort());
  });

  it('are told in their order, by a mail that leaves in the end however long it goes on', () => {
    const told = (at: number, happened: string) =>
      itemOf('missionDecided', { createdAt: at, facts: { ...fresh.facts, happened, reason: `raison ${at}` } });
    const last = takingUp(
      takingUp(told(3, 'Reprise'), told(2, 'Délai')),
      takingUp(told(1, 'Suspendue'), told(0, 'Acceptée')),
    );
    expect(last.facts.happened).toBe('Reprise');
    expect(last.facts.earlier?.map(({ happened, reason }) => `${happened}, ${reason}`)).toEqual([
      'Acceptée, raison 0',
      'Suspendue, raison 1',
      'Délai, raison 2',
    ]);
    const earlier = Array.from({ length: MOST_EARLIER }, (_, at) => ({ at, happened: '', byName: '', reason: '' }));
    const full = { ...fresh, facts: { ...fresh.facts, earlier } };
    expect(doing(full, { now: NOW + HOUR, later: [later('missionDecided')] })).toEqual(send);
  });

  it('are read as the mission stands when the mail leaves', () => {
    const story = upTo('awaiting_validation');
    const item = itemOf('missionDecided', { mission: { id: 'm1', event: story.mission.events } });
    const missionNow = () => ({ mission: story.mission, ofLaureates: null, invoices: [] });
    expect(asItStands(item, departure(item, { missionNow: missionNow() }))).toBe(item);
    story.play(signatory('atelier'), 'sendBack');
    const { facts } = asItStands(item, departure(item, { missionNow: missionNow() }));
    expect(facts).toMatchObject({ state: 'awaiting_correction', expectedBefore: '2024-03-19' });
  });
});

describe('The week of a laureate’s person', () => {
  const beyond = { placeInWeek: 3 };
  const weekly = { does: 'hold', period: 'weekly' };

  it('has room for two reminders or news, and gathers what is beyond', () => {
    expect(budgetedMails).toEqual(expect.arrayContaining(['reminder', 'missionChanged']));
    for (const mail of budgetedMails) {
      expect(doing(itemOf(mail), { placeInWeek: 2 }), mail).toEqual(send);
      expect(doing(itemOf(mail), beyond), mail).toEqual(weekly);
      expect(restsOn(itemOf(mail), {}).week).toBe(true);
    }
    expect(doing(itemOf('reminder'), { ...beyond, settings: { ...defaultSettings, mostMailsAWeek: 3 } })).toEqual(send);
  });

  it('never keeps back what is asked, decided, required or written', () => {
    for (const mail of mailNames.filter((name) => !budgetedMails.includes(name))) {
      expect(doing(itemOf(mail), beyond), mail).toEqual(send);
      expect(restsOn(itemOf(mail), {}).week).toBe(false);
    }
  });

  it('does not bind an expert, the team, what a person chose to be told at once, nor what gathers others', () => {
    const reminder = itemOf('reminder');
    for (const reader of ['expert', 'staff'] as const)
      expect(doing({ ...reminder, facts: { ...reminder.facts, reader } }, beyond)).toEqual(send);
    expect(doing(reminder, { ...beyond, preferences: { reminder: 'now' } })).toEqual(send);
    expect(doing({ ...reminder, parts: [{ kind: 'lines', title: '', lines: [] }] }, beyond)).toEqual(send);
  });
});
