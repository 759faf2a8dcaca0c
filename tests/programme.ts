import { randomUUID } from 'node:crypto';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import type { Registration } from '../functions/src/domain/api.ts';
import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { ExpertActionCommand, Interview } from '../functions/src/domain/experts/decisions.ts';
import type { Command } from '../functions/src/domain/missions/actions.ts';
import { defaultSettings } from '../functions/src/domain/programme/settings.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import type { Priority, SubthemeNeed } from '../functions/src/domain/scoping-notes/note.ts';
import { totalsOnly } from '../functions/src/domain/subsidy/share.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { files, type KeptFile } from '../functions/src/store/collections/files.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { settings, settingsInForce } from '../functions/src/store/collections/settings.ts';
import { settingsChanges } from '../functions/src/store/collections/settings-changes.ts';
import { actOnExpert } from '../functions/src/store/experts/expert-action.ts';
import { registerExpert } from '../functions/src/store/experts/experts.ts';
import { servedAs, storedPath } from '../functions/src/store/files/stored-files.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { recordLaureates } from '../functions/src/store/laureates/import.ts';
import { handInScopingNote } from '../functions/src/store/laureates/scoping-notes.ts';
import { commitAction } from '../functions/src/store/missions/commit.ts';
import { normalEmail } from '../functions/src/store/people/accounts.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore } from './suite.ts';

/**
 * Puts a programme in place through the store's own functions, for tests that begin in the middle of a story. Every name is new, so that test
 * files never meet each other's laureates.
 */
export const staff: SignedInActor = {
  kind: 'staff',
  uid: 'staff-of-tests',
  name: 'Camille Roux',
  signedInAt: Date.now(),
};

/** Dates around today, as the demonstration has them; a change is told at once, since nothing sends what waits but a test that asks. */
export async function openProgramme(): Promise<void> {
  const today = dayOf(Date.now());
  const last = addDays(today, 300);
  const dates = {
    opening: addDays(today, -300),
    lastRequest: last,
    lastValidation: last,
    endOfServices: last,
    lastReport: last,
    lastSettlement: last,
  };
  // A test file that changed the settings or a form leaves versions that would be in force in the next one.
  const later = await firestore.collection('settings/programme/versions').where('version', '>', 1).get();
  await Promise.all(
    later.docs.map(({ ref }) => Promise.all([ref.delete(), firestore.doc(settingsChanges.path(ref.id)).delete()])),
  );
  await firestore.recursiveDelete(firestore.collection('forms'));
  await firestore.doc(settings.path('1')).set(settings.write({ ...defaultSettings, dates, mailsMergeMinutes: 0 }));
}

export interface LaureateOfTests {
  readonly laureateId: string;
  readonly name: string;
  readonly signatory: Extract<SignedInActor, { kind: 'laureate' }>;
  readonly email: string;
}

/** An imported laureate with one signatory, an award in cents and a note handed in for sub-themes 4.2 and 10.1, open to sharing. */
export async function laureateWith(
  awardCents: number,
  named = `Manufacture ${newId().slice(0, 8)}`,
): Promise<LaureateOfTests> {
  const email = normalEmail(`${newId()}@exemple.fr`);
  const euros = (awardCents / 100).toFixed(2).replace('.', ',');
  const csv = [
    'référence;nom;SIRET;promotion;territoire;région;département;signataire 1 nom;signataire 1 e-mail;plafond;montant attribué;décision;date de décision',
    `${newId()};${named};${newSiret()};1;rural;Bretagne;Finistère;Anne Le Goff;${email};20 000;${euros};${newId()};12/01/2023`,
  ].join('\n');
  const { plan, report } = await recordLaureates(firestore, {
    csv,
    dryRun: false,
    skipBad: false,
    by: staff.uid,
    invitedBy: null,
    now: Date.now(),
    newId,
  });
  const [created] = plan.create;
  const member = created?.members[0];
  if (!created || !member) throw new Error(`the laureate was not imported: ${JSON.stringify(report.problems)}`);
  const laureateId = created.laureate.id;
  const signatory = {
    kind: 'laureate',
    uid: member.uid,
    name: member.name,
    signedInAt: Date.now(),
    memberships: [{ laureateId, role: 'signatory' }],
  } as const;
  const answers = { project: 'Un atelier partagé.', goals: 'Atteindre l’équilibre.' };
  const needs = { '4.2': noteNeed(1), '10.1': noteNeed(2) };
  const note = await handInScopingNote(firestore, {
    actor: signatory,
    input: {
      operationId: randomUUID(),
      laureateId,
      subthemes: ['4.2', '10.1'],
      content: { kind: 'form', answers, needs },
    },
    now: Date.now(),
  });
  if (isRefusal(note)) throw new Error(note.message);
  const openToSharing = { at: Date.now(), byName: signatory.name };
  await firestore.doc(laureates.path(laureateId)).update({ openToSharing });
  return { laureateId, name: named, signatory, email };
}

/** What a note says of one sub-theme. */
export function noteNeed(priority: Priority): SubthemeNeed {
  return { need: 'Revoir nos tarifs.', priority, expected: 'Une grille tenable.', estimatedCents: null };
}

export interface ExpertOfTests {
  readonly expertId: string;
  readonly company: string;
  readonly person: Extract<SignedInActor, { kind: 'expert' }>;
  readonly email: string;
}

/** A registered, published expert. */
export async function publishedExpert(company = `Atelier ${newId().slice(0, 8)}`): Promise<ExpertOfTests> {
  const email = normalEmail(`${newId()}@exemple.fr`);
  const ids = { expertId: newId(), uid: newId(), eventId: newId() };
  const registered = await registerExpert(firestore, {
    registration: {
      ...registration,
      formVersion: 1,
      company,
      siret: newSiret(),
      email,
      name: `Ousmane ${newId().slice(0, 6)}`,
    },
    ids,
    from: { address: newId(), relay: newId() },
    now: Date.now(),
  });
  if (isRefusal(registered)) throw new Error(registered.message);
  const reviewed = await actOnExpert(firestore, {
    actor: staff,
    expertId: ids.expertId,
    command: { decision: 'publish', message: '', interview: null },
    operationId: randomUUID(),
    eventId: newId(),
    now: Date.now(),
  });
  if (isRefusal(reviewed)) throw new Error(reviewed.message);
  const account = accounts.read(await firestore.doc(accounts.path(ids.uid)).get());
  if (!account) throw new Error('the expert has no account');
  return {
    expertId: ids.expertId,
    company,
    email,
    person: { kind: 'expert', uid: ids.uid, name: account.name, signedInAt: Date.now(), expertId: ids.expertId },
  };
}

export const registration: Omit<Registration, 'email' | 'company' | 'siret' | 'name'> = {
  phone: '06 12 34 56 78',
  website: 'https://exemple.fr',
  publishes: { email: true, phone: false },
  subthemes: ['4.2', '10.1'],
  regions: ['Bretagne'],
  answers: {
    skills: 'Modèles économiques.',
    thirdPlaces: 'Dix ans.',
    productivePlaces: 'Cinq ateliers.',
    references: 'La Fabrique, 2022.',
  },
  declaresNoInterest: true,
};

/** Plays one action through the real commit. @throws Error with the refusal, which a story in place must not meet. */
export async function play(
  actor: SignedInActor,
  missionId: string | null,
  laureateId: string | null,
  command: Command,
  now = Date.now(),
) {
  const asked = {
    now,
    actor,
    missionId: missionId ?? newId(),
    laureateId,
    onBehalf: false,
    settings: await settingsInForce(firestore),
  };
  const answer = await commitAction(firestore, asked, command, randomUUID());
  if (isRefusal(answer)) throw new Error(`${command.action}: ${answer.code} (${answer.message})`);
  return answer;
}

/**
 * A verified PDF of a mission. Written as it is kept, but for the picture of its first page: where fifty missions are put in place, a hundred
 * would be drawn, and every mail of the tests would wait behind them.
 */
export async function deposited(
  missionId: string | null,
  ownerUid: string,
  piece: KeptFile['piece'],
  laureateId: string | null = null,
): Promise<KeptFile> {
  const id = newId();
  const bytes = samplePdf(id);
  const file: KeptFile = {
    ...{ id, piece, missionId, ownerUid, laureateId, name: `${piece}.pdf`, contentType: 'application/pdf' },
    ...{ size: bytes.byteLength, sha256: sha256(bytes), createdAt: Date.now(), path: storedPath(id) },
    ...{ ownerName: '', side: null, shared: false, replacesId: null, replacedById: null, withdrawnAt: null },
    ...{ scan: 'clean', preview: 'none' },
  };
  await bucket.file(file.path).save(Buffer.from(bytes), { metadata: servedAs(file.contentType, file.name) });
  await firestore.doc(files.path(id)).create(files.write(file));
  return file;
}

/** A mission asked of an expert that has declared no interest: its dossier is open to it. Returns the mission's id. */
export async function openedMission(laureate: LaureateOfTests, expert: ExpertOfTests): Promise<string> {
  const { missionId } = await play(laureate.signatory, null, laureate.laureateId, {
    action: 'request',
    input: {
      expertId: expert.expertId,
      subthemes: ['4.2'],
      need: 'Revoir le modèle économique.',
      needId: null,
      shareWith: [],
    },
  });
  await play(expert.person, missionId, null, { action: 'declareNoInterest', input: { declares: true } });
  return missionId;
}

/** A mission with its diagnostic and devis handed in, waiting for the laureate's decision. */
export async function submittedMission(laureate: LaureateOfTests, expert: ExpertOfTests, totalCents: number) {
  const missionId = await openedMission(laureate, expert);
  await play(expert.person, missionId, null, { action: 'accept', input: {} });
  const [diagnostic, devis] = await Promise.all([
    deposited(missionId, expert.person.uid, 'diagnostic'),
    deposited(missionId, expert.person.uid, 'devis'),
  ]);
  const today = dayOf(Date.now());
  await play(expert.person, missionId, null, {
    action: 'submitDiagnostic',
    input: {
      diagnostic: { kind: 'file', fileId: diagnostic.id },
      devis: {
        fileId: devis.id,
        number: 'D-1',
        validUntil: addDays(today, 30),
        issuer: null,
        amounts: totalsOnly(totalCents, 0),
      },
      plannedStart: today,
      plannedEnd: addDays(today, 60),
      split: { [laureate.laureateId]: totalCents },
    },
  });
  const decision = {
    version: 1,
    diagnosticSha256: diagnostic.sha256,
    devisSha256: devis.sha256,
    subsidyCents: totalCents,
    ownCents: 0,
    consent: true,
  };
  return { missionId, decision, diagnostic, devis };
}

/** What staff noted of a talk, which a refusal rests on. */
export const interview: Interview = {
  day: '2023-02-10',
  withWhom: 'Ousmane Diallo',
  byWhom: 'Camille Roux',
  summary: 'Une expérience réelle, hors des tiers-lieux.',
};

/** A decision of the table with these words, and what it needs besides. */
export function expertCommand(decision: ExpertActionCommand['decision'], message = ''): ExpertActionCommand {
  switch (decision) {
    case 'publish':
    case 'admitUnlisted':
      return { decision, message, interview: null };
    case 'reject':
      return { decision, message, interview };
    case 'return':
      return { decision, message, interview: null, remarks: {} };
    case 'recordInterview':
      return { decision, interview };
    default:
      return { decision, message };
  }
}

/** A new valid SIRET: nine random digits, then a check that makes Luhn's sum a multiple of ten. */
export function newSiret(): string {
  const digits = Array.from({ length: 13 }, () => Math.floor(Math.random() * 10));
  const total = digits.reduce((sum, digit, index) => {
    const weighted = index % 2 === 0 ? digit * 2 : digit;
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${digits.join('')}${(10 - (total % 10)) % 10}`;
}
