import { randomUUID } from 'node:crypto';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { Command } from '../functions/src/domain/missions/actions.ts';
import { defaultSettings } from '../functions/src/domain/programme/settings.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import type { Priority, SubthemeNeed } from '../functions/src/domain/scoping-notes/note.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { files, type KeptFile } from '../functions/src/store/collections/files.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { SCHEDULE_RUNS } from '../functions/src/store/collections/schedule-runs.ts';
import { settings, settingsInForce } from '../functions/src/store/collections/settings.ts';
import { servedAs, storedPath } from '../functions/src/store/files/stored-files.ts';
import { sha256 } from '../functions/src/store/hash.ts';
import { recordLaureates } from '../functions/src/store/laureates/import.ts';
import { handInScopingNote } from '../functions/src/store/laureates/scoping-notes.ts';
import { commitAction } from '../functions/src/store/missions/commit.ts';
import { normalEmail } from '../functions/src/store/people/accounts.ts';
import { wipeDocuments } from '../tools/backup/wiping.ts';
import type { ExpertOfTests } from './experts.ts';
import { handingIn } from './handing-in.ts';
import { laureatesCsv } from './laureate-files.ts';
import { samplePdf } from './sample-pdf.ts';
import { newSiret } from './sirets.ts';
import { bucket, firestore, firestoreHost, projectId } from './suite.ts';

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

/**
 * An empty programme, so that files of tests may come in any order. What triggers still do of the file before may be written after, people stay signed up and
 * objects stored; and a function that compiled a template keeps it under its version. Dates are around today, as in the demonstration; a change is told at
 * once, since nothing sends what waits but a test that asks.
 */
export async function openProgramme(): Promise<void> {
  // The functions remember for a while which runs they wrote down, and would not write them again.
  const runs = await firestore.collection(SCHEDULE_RUNS).get();
  await wipeDocuments({ project: projectId, emulator: firestoreHost });
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
  const programme = settings.write({ ...defaultSettings, dates, mailsMergeMinutes: 0 });
  await Promise.all([
    firestore.doc(settings.path('1')).set(programme),
    ...runs.docs.map((run) => run.ref.set(run.data())),
  ]);
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
  const csv = laureatesCsv(
    `${newId()};${named};${newSiret()};1;rural;Bretagne;Finistère;Anne Le Goff;${email};20 000;${euros};${newId()};12/01/2023`,
  );
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
  await play(
    expert.person,
    missionId,
    null,
    handingIn({
      diagnostic: { kind: 'file', fileId: diagnostic.id },
      devisId: devis.id,
      split: { [laureate.laureateId]: totalCents },
    }),
  );
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
