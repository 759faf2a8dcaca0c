import { describe, expect, it } from 'vitest';
import { digestOf, type HeldMail, mayWait } from './digest.ts';
import type { Expected } from './expected.ts';
import { choicesOf, mayBeTurnedDown, turnedDownBy } from './mail-kinds.ts';
import { type MailName, noFacts } from './mails.ts';

const MONDAY = Date.UTC(2026, 10, 30, 6);
const VALLON = 'La Fabrique du Vallon';

const expected = (changed: Partial<Expected> = {}): Expected => ({
  ...{ what: 'Validez ou refusez l’avenant', whom: `${VALLON}, avec La Forge`, laureateName: VALLON, since: MONDAY },
  ...{ delay: 'depuis le lundi 30 novembre 2026', missionId: 'm1', path: '/laureat?mission=m1' },
  ...changed,
});

function held(
  mail: MailName,
  happened: string,
  { at = 0, mission = 'm1', laureateName = VALLON, path = '' } = {},
): HeldMail {
  return {
    mail,
    facts: { ...noFacts, recipientName: 'Anne', reader: 'laureate', laureateName, expertName: 'La Forge', happened },
    path: path || `/laureat?mission=${mission}`,
    mission: mission === '' ? null : { id: mission, event: 1 },
    parts: [],
    createdAt: MONDAY + at,
  };
}

const digest = (asked: readonly Expected[], mails: readonly HeldMail[], period: 'daily' | 'weekly' = 'weekly') =>
  digestOf({ reader: 'laureate', recipientName: 'Anne', period, expected: asked, held: mails });
const linesOf = (made: ReturnType<typeof digest>) =>
  made?.parts.map((part) => (part.kind === 'lines' ? part.lines.map(({ text, detail }) => [text, detail]) : []));

describe('A digest', () => {
  it('says what is expected first, then what happened', () => {
    const made = digest([expected()], [held('missionChanged', 'Mission acceptée', { mission: 'm2' })]);
    expect(made?.parts.map(({ title }) => title)).toEqual(['Ce qui est attendu de vous', 'Nouvelles de la semaine']);
    expect(linesOf(made)).toEqual([
      [['Validez ou refusez l’avenant', `${VALLON}, avec La Forge, depuis le lundi 30 novembre 2026`]],
      [[`${VALLON}, avec La Forge`, 'Mission acceptée, lundi 30 novembre 2026']],
    ]);
    expect(made?.facts).toMatchObject({
      happened: '1 réponse attendue de vous',
      laureateName: VALLON,
      need: 'Validez ou refusez l’avenant',
    });
    expect([made?.actions, made?.news]).toEqual([1, 1]);
  });

  it('counts what waits for the team as its list does', () => {
    const made = digestOf({
      ...{ reader: 'staff', recipientName: 'Inès', period: 'daily', held: [] },
      expected: [expected(), expected({ missionId: 'm2' })],
    });
    expect([made?.facts.happened, made?.path]).toEqual(['2 choses à traiter', '/equipe']);
  });

  it('of news alone says so', () => {
    const daily = digest([], [held('missionChanged', 'Mission acceptée')], 'daily');
    expect(daily?.facts).toMatchObject({ happened: 'Nouvelles du jour', laureateName: VALLON, need: '' });
    expect(daily?.parts.map(({ title }) => title)).toEqual(['Nouvelles du jour']);
  });

  it('is none where there is nothing to say', () => {
    expect(digest([], [])).toBeNull();
    expect(digest([], [held('reminder', 'Relance envoyée')])).toBeNull();
  });

  it('opens the page of the one thing to do, else the one that lists them', () => {
    expect(digest([expected()], [])?.path).toBe('/laureat?mission=m1');
    expect(digest([expected(), expected({ missionId: 'm2' })], [])?.path).toBe('/laureat');
    expect(digest([], [held('missionChanged', 'Mission acceptée')])?.path).toBe('/laureat');
  });
});

describe('News', () => {
  it('keep what no line of what is expected says: an invoice, a card to confirm', () => {
    const asked = [expected({ what: 'Donnez votre avis sur la mission' })];
    const made = digest(asked, [
      held('invoiceDeposited', 'Facture déposée'),
      held('feedbackInvited', 'Service confirmé'),
    ]);
    expect(linesOf(made)?.[1]).toEqual([[`${VALLON}, avec La Forge`, 'Facture déposée, lundi 30 novembre 2026']]);
    expect(digest([], [held('cardToConfirm', '', { mission: '' })])?.news).toBe(1);
  });

  it('of two manufactures are two lines, though one page tells both', () => {
    const both = ['Le Bocal', VALLON].map((laureateName) =>
      held('laureateStopped', 'Manufacture suspendue', { mission: '', path: '/expert', laureateName }),
    );
    expect(linesOf(digest([], both))?.[0]?.map(([text]) => text)).toEqual([
      'Le Bocal, avec La Forge',
      `${VALLON}, avec La Forge`,
    ]);
  });

  it('are a line a mission, what happened in its order and once, the latest mission last', () => {
    const made = digest(
      [],
      [
        held('missionChanged', 'Rapport renvoyé', { at: 3, mission: 'm2' }),
        held('missionChanged', 'Délai accordé', { at: 2 }),
        held('missionAccepted', 'Mission acceptée', { at: 1 }),
        held('missionDecided', 'Délai accordé', { at: 2 }),
      ],
    );
    expect(linesOf(made)).toEqual([
      [
        [`${VALLON}, avec La Forge`, 'Mission acceptée, puis délai accordé, lundi 30 novembre 2026'],
        [`${VALLON}, avec La Forge`, 'Rapport renvoyé, lundi 30 novembre 2026'],
      ],
    ]);
  });

  it('do not say again a request that still waits, and say one that was answered', () => {
    const request = held('amendmentProposed', 'Avenant proposé');
    expect(digest([expected()], [request])?.news).toBe(0);
    expect(digest([], [request])?.news).toBe(1);
    const note = held('noteChangesAsked', '', { mission: '', path: '/laureat?note=oui' });
    expect(digest([expected({ missionId: null, path: '/laureat?note=oui' })], [note])?.news).toBe(0);
    const ofOne = expected({ missionId: null, path: '/laureat?note=oui&laureat=vallon' });
    expect([digest([ofOne], [note])?.news, digest([expected()], [note])?.news]).toEqual([0, 1]);
  });

  it('that no mission has are told by the name of their mail', () => {
    const made = digest([], [held('noteAccepted', '', { mission: '', path: '/laureat?note=oui' })]);
    expect(linesOf(made)).toEqual([[[`${VALLON}, avec La Forge`, 'Note de cadrage acceptée, lundi 30 novembre 2026']]]);
  });

  it('say whom or what a name was changed for, and who wrote', () => {
    const made = digest(
      [],
      [
        held('referentAssigned', 'Inès Garnier, 01 23 45 67 89', { mission: '', path: '/laureat?referent' }),
        { ...held('messageReceived', '', { at: 1 }), facts: { ...held('messageReceived', '').facts, byName: 'Noé' } },
      ],
    );
    expect(linesOf(made)?.[0]?.map(([, detail]) => detail)).toEqual([
      'Référent de votre manufacture (Inès Garnier, 01 23 45 67 89), lundi 30 novembre 2026',
      'Message de Noé, lundi 30 novembre 2026',
    ]);
  });

  it('beyond forty lines are counted, and the latest are shown', () => {
    const many = Array.from({ length: 43 }, (_, index) =>
      held('missionChanged', 'Délai accordé', { at: index, mission: `m${index}` }),
    );
    const made = digest([], many);
    const [lines = []] = linesOf(made) ?? [];
    expect(lines).toHaveLength(41);
    expect(lines.at(-1)).toEqual(['Et 3 autres', '']);
    expect(made?.parts[0]).toMatchObject({
      lines: expect.arrayContaining([expect.objectContaining({ path: '/laureat?mission=m42' })]),
    });
  });
});

describe('The subject', () => {
  it('names two laureates and counts the others, each once', () => {
    const names = ['Alpha', 'Alpha', 'Bocal', 'Chanvre', 'Dune'];
    const asked = names.map((laureateName, index) => expected({ laureateName, missionId: `m${index}` }));
    expect(digest(asked, [])?.facts.laureateName).toBe('Alpha, Bocal et 2 autres');
    expect(digest(asked.slice(0, 3), [])?.facts.laureateName).toBe('Alpha et Bocal');
    expect(digest([expected({ laureateName: '' })], [])?.facts).toMatchObject({ laureateName: '' });
  });
});

describe('A digest that is turned down', () => {
  it('takes with it each mail that may be, and nothing that is asked or decided', () => {
    expect(turnedDownBy('digest')).toEqual(expect.arrayContaining(['missionChanged', 'messageReceived', 'reminder']));
    expect(turnedDownBy('digest').filter((mail) => !mayBeTurnedDown(mail))).toEqual([]);
    expect(turnedDownBy('missionChanged')).toEqual(['missionChanged']);
    expect(turnedDownBy('diagnosticSubmitted')).toEqual([]);
  });

  it('leaves by itself, and is never held to be gathered', () => {
    expect(choicesOf('digest')).toEqual(['now']);
  });
});

it('While nobody is expected to answer, what may be turned down waits, and what is asked does not', () => {
  expect([mayWait({ mail: 'missionChanged' }), mayWait({ mail: 'diagnosticSubmitted' })]).toEqual([true, false]);
});
