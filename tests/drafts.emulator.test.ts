import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../functions/src/domain/calendar.ts';
import type { PreviewWorkInput, WorkDraftInput } from '../functions/src/domain/experts/draft-contract.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { keptRegistrations } from '../functions/src/store/collections/drafts.ts';
import { directory, experts } from '../functions/src/store/collections/experts.ts';
import { FILES } from '../functions/src/store/collections/files.ts';
import {
  forgetExpiredRegistrations,
  forgetRegistrationsOf,
} from '../functions/src/store/experts/kept-registrations.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { freshHour } from './fresh-hour.ts';
import { invitedTo, newAddress } from './invitations.ts';
import { signIn, staffPerson } from './people.ts';
import {
  type LaureateOfTests,
  laureateWith,
  openedMission,
  openProgramme,
  play,
  submittedMission,
} from './programme.ts';
import { firestore, inbox } from './suite.ts';

let expert: ExpertOfTests;
let other: ExpertOfTests;
let laureate: LaureateOfTests;
let missionId: string;
let noe: string;
let alix: string;
let stranger: string;
let staff: string;

beforeAll(async () => {
  await openProgramme();
  [expert, other, laureate] = await Promise.all([publishedExpert(), publishedExpert(), laureateWith(10_000_00)]);
  missionId = await openedMission(laureate, expert);
  noe = await signIn(expert.person.uid);
  stranger = await signIn(other.person.uid);
  staff = (await staffPerson(newId())).token;
  // A name of its own: that of somebody in a laureate that another file made would be an interest.
  const named = { name: `Alix ${newId().slice(0, 8)}` };
  const colleague = await invitedTo({ kind: 'expert', expertId: expert.expertId }, 'consultant', noe, named);
  alix = await signIn(colleague);
});

beforeEach(freshHour);

describe('a registration begun without an account', () => {
  const text = (name: string, email: string) => JSON.stringify({ name, email });
  const mailed = async (name: string) => {
    const email = newAddress();
    const kept = await expectCall('keepRegistration', { action: 'mail', email, text: text(name, email) }, null);
    const message = await inbox.awaitMessage(email, 'Reprendre votre inscription');
    const [, link = ''] = /\/inscription#reprise=([\w-]+)/.exec(message.text) ?? [];
    return { email, link, kept, message };
  };

  it('is found again by the link of its mail alone, which the page that asked is not given', async () => {
    const { email, link, kept, message } = await mailed('Noé');
    expect(Object.keys(kept).toSorted()).toEqual(['saved', 'savedAt', 'text']);
    expect(message.text).not.toContain('Noé');
    expect(await expectCall('keepRegistration', { action: 'read', link }, null)).toEqual({
      ...kept,
      text: text('Noé', email),
    });
    // The link is in no document that waits to be sent: it is made when the mail leaves.
    const queued = await firestore.collection('outbox').where('to.email', '==', email).get();
    expect(queued.docs.map((document) => document.get('path'))).toEqual(['/inscription']);
    const guessed = await call('keepRegistration', { action: 'read', link: `${link.slice(0, -4)}AAAA` }, null);
    expect(codeOf(guessed)).toBe('draft-gone');
  });

  it('goes on from any device, and never over what another one saved', async () => {
    const { email, link, kept } = await mailed('Noé');
    const save = (name: string, basedOn: number) =>
      expectCall('keepRegistration', { action: 'save', link, text: text(name, email), basedOn }, null);
    const next = await save('Noé M.', kept.savedAt);
    expect(next).toMatchObject({ saved: true });
    expect(await save('Noémie', kept.savedAt)).toEqual({ ...next, saved: false, text: text('Noé M.', email) });
    expect(await save('Noémie', next.savedAt)).toMatchObject({ saved: true });
    expect(await expectCall('keepRegistration', { action: 'read', link }, null)).toMatchObject({
      text: text('Noémie', email),
    });
  });

  it('takes nothing of somebody whose browser the link was planted in', async () => {
    const { email, link, kept } = await mailed('Noé');
    const save = (of: string) =>
      call('keepRegistration', { action: 'save', link, text: text('Alix', of), basedOn: kept.savedAt }, null);
    expect(codeOf(await save(newAddress()))).toBe('draft-of-another');
    expect(codeOf(await save(''))).toBe('draft-names-nobody');
    expect(codeOf(await save(email))).toBeNull();
  });

  it('leaves nothing once it is sent, nor thirty days after its last change', async () => {
    const [sent, old, young] = [await mailed('Un'), await mailed('Deux'), await mailed('Trois')];
    await expectCall('keepRegistration', { action: 'forget', link: sent.link }, null);
    expect(await get(firestore, keptRegistrations, sha256(sent.link))).toBeNull();
    const aged = { text: '{}', emailHash: sha256(old.email), savedAt: 1, expiresAt: Date.now() - 1 };
    await firestore.doc(keptRegistrations.path(sha256(old.link))).set(keptRegistrations.write(aged));
    expect(codeOf(await call('keepRegistration', { action: 'read', link: old.link }, null))).toBe('draft-gone');
    await forgetExpiredRegistrations(firestore, Date.now());
    expect(await get(firestore, keptRegistrations, sha256(old.link))).toBeNull();
    expect((await get(firestore, keptRegistrations, sha256(young.link)))?.expiresAt).toBeGreaterThan(
      Date.now() + 29 * DAY,
    );
  });

  it('is forgotten under every link of its address once it is sent, and no other is', async () => {
    const [sent, other] = [await mailed('Un'), await mailed('Deux')];
    const ofAddress = () =>
      firestore.collection('keptRegistrations').where('emailHash', '==', sha256(sent.email)).get();
    expect((await ofAddress()).size).toBeGreaterThan(0);
    await forgetRegistrationsOf(firestore, sent.email);
    expect((await ofAddress()).size).toBe(0);
    expect(codeOf(await call('keepRegistration', { action: 'read', link: sent.link }, null))).toBe('draft-gone');
    expect(codeOf(await call('keepRegistration', { action: 'read', link: other.link }, null))).toBeNull();
  });

  it('does not make of us a sender of mails to whoever one likes: three an hour to an address', async () => {
    const email = newAddress();
    const ask = () => call('keepRegistration', { action: 'mail', email, text: '{}' }, null);
    for (let time = 0; time < 3; time += 1) expect(codeOf(await ask())).toBeNull();
    expect(codeOf(await ask())).toBe('too-many-links');
  });
});

describe('what a company writes together', () => {
  const subject = () => ({ kind: 'mission', missionId, task: 'submitDiagnostic' }) as const;
  const save = (text: string, basedOn: number, token = noe, about = '0') =>
    call('workDraft', { action: 'save', subject: subject(), about, text, basedOn }, token);
  const look = (token: string, about = '0') => call('workDraft', { action: 'look', subject: subject(), about }, token);

  it('is found by a colleague on another device, with who writes and since when', async () => {
    const [, mine] = [
      await expectCall('workDraft', { action: 'forget', subject: subject(), about: '0' }, noe),
      await save('un', 0),
    ];
    expect(mine).toMatchObject({ saved: true, draft: { revision: 1, mine: true }, others: [] });
    expect(await look(alix)).toMatchObject({
      draft: { text: 'un', mine: false, byName: expert.person.name },
      others: [{ name: expert.person.name }],
    });
    // What was written about a version of before is given to nobody.
    expect(await look(alix, '1')).toMatchObject({ draft: null });
  });

  it('about a version that is not the present one is neither saved over a colleague’s text nor forgets it', async () => {
    const before = await look(noe);
    const revision = 'draft' in before ? (before.draft?.revision ?? 0) : 0;
    expect(codeOf(await save('d’un autre envoi', revision, alix, '7'))).toBe('draft-of-before');
    await expectCall('workDraft', { action: 'forget', subject: subject(), about: '7' }, alix);
    expect(await look(noe)).toMatchObject({ draft: { revision, text: 'un' } });
  });

  it('is never saved by one over another: both texts are kept, and whoever chooses its own keeps the other', async () => {
    const before = await look(noe);
    const revision = 'draft' in before ? (before.draft?.revision ?? 0) : 0;
    expect(await save('deux', revision, alix)).toMatchObject({ saved: true });
    expect(await save('autre', revision)).toMatchObject({ saved: false, draft: { text: 'deux', mine: false } });
    expect(await save('autre', revision + 1)).toMatchObject({
      saved: true,
      draft: { text: 'autre', before: { text: 'deux' } },
    });
  });

  it('is read by nobody else: another company, the laureate, the team', async () => {
    for (const token of [stranger, await signIn(laureate.signatory.uid), staff])
      expect(['mission-unknown', 'not-yours']).toContain(codeOf(await look(token)));
    expect(codeOf(await look(noe))).toBeNull();
    const about = String((await get(firestore, experts, expert.expertId))?.submittedAt);
    const ofStranger: WorkDraftInput = { action: 'look', subject: { kind: 'registration' }, about };
    await expectCall('workDraft', { ...ofStranger, action: 'save', text: 'fiche', basedOn: 0 }, noe);
    expect(await call('workDraft', ofStranger, stranger)).toMatchObject({ draft: null });
    expect(await call('workDraft', ofStranger, alix)).toMatchObject({ draft: { text: 'fiche' } });
  });
});

describe('the preview of a diagnostic', () => {
  const answers = {
    ...{ context: 'Un atelier de couture.', need: 'Un modèle économique.', findings: 'Des tarifs trop bas.' },
    ...{ goals: 'Des tarifs justes.', method: 'Trois ateliers.', deliverables: 'Une grille.' },
  };
  const input = (): PreviewWorkInput => ({
    ...{ missionId, piece: 'diagnostic', answers, devis: null, plannedStart: null, plannedEnd: null },
  });

  it('is the PDF that it would make, even before its devis is written, and is kept nowhere', async () => {
    const filesNow = async () => (await firestore.collection(FILES).where('missionId', '==', missionId).get()).size;
    const before = await filesNow();
    const { pdf } = await expectCall('previewWork', input(), noe);
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await filesNow()).toBe(before);
  });

  it('is for the people of the company, and a report has none before a devis is validated', async () => {
    for (const token of [stranger, await signIn(laureate.signatory.uid), staff])
      expect(codeOf(await call('previewWork', input(), token))).toBe('mission-unknown');
    expect(codeOf(await call('previewWork', input(), alix))).toBeNull();
    const report: PreviewWorkInput = { missionId, piece: 'report', answers: {}, finals: {} };
    expect(codeOf(await call('previewWork', report, noe))).toBe('nothing-to-print');
  });

  it('has its twin for the report of a mission that runs, with what would finally be due', async () => {
    const other = await laureateWith(10_000_00);
    const mission = await submittedMission(other, expert, 3_000_00);
    await play(other.signatory, mission.missionId, other.laureateId, { action: 'validate', input: mission.decision });
    const report: PreviewWorkInput = {
      ...{ missionId: mission.missionId, piece: 'report', answers: { course: 'Trois ateliers.' } },
      finals: { [other.laureateId]: 2_000_00 },
    };
    const { pdf } = await expectCall('previewWork', report, noe);
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the availability of a company', () => {
  const say = (token: string) =>
    call('sayAvailability', { availability: { kind: 'from', day: '2099-04-01' }, operationId: randomUUID() }, token);

  it('is on its card within seconds of being said by anybody of it, and by nobody else', async () => {
    const done = { done: 'Disponible à partir du mercredi 1er avril 2099' };
    expect(await say(alix)).toEqual(done);
    const card = async () => (await get(firestore, directory, expert.expertId))?.availability;
    await expect.poll(card, { timeout: 30_000 }).toEqual({ kind: 'from', day: '2099-04-01' });
    for (const token of [staff, await signIn(laureate.signatory.uid)])
      expect(codeOf(await say(token))).toBe('not-yours');
    expect(await say(stranger)).toEqual(done);
  });
});
