import type { ReadCollection } from '../functions/src/domain/access/reads.ts';
import { HOUR } from '../functions/src/domain/calendar.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { uploads } from '../functions/src/store/collections/files.ts';
import { recommendations } from '../functions/src/store/collections/scoping-notes.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { signIn, signUp, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openedMission, play, submittedMission } from './programme.ts';
import { firestore } from './suite.ts';

/**
 * Two stories that never meet: X validated a mission of A, whose dossier is open; Y has a mission of B. C had X's dossier open, and declined.
 * Each actor with a real ID token; `selfMade` signed up by itself, by the public door of Auth.
 */
export async function twoStories() {
  const [x, y, a, b, c] = await Promise.all([
    laureateWith(10_000_00),
    laureateWith(10_000_00),
    publishedExpert(),
    publishedExpert(),
    publishedExpert(),
  ]);
  const mission = await submittedMission(x, a, 3_000_00);
  await play(x.signatory, mission.missionId, x.laureateId, { action: 'validate', input: mission.decision });
  await submittedMission(y, b, 3_000_00);
  await play(c.person, await openedMission(x, c), null, { action: 'decline', input: { reason: 'Plus disponible.' } });
  const [staff, observer, formerStaff] = await Promise.all([newId(), newId(), newId()].map(staffPerson));
  if (!staff || !observer || !formerStaff) throw new Error('three accounts were expected');
  await firestore.doc(accounts.path(observer.uid)).update({ kind: 'observer', until: Date.now() + HOUR });
  await firestore.doc(accounts.path(formerStaff.uid)).update({ active: false });
  const tokens = {
    anonymous: null,
    expertA: await signIn(a.person.uid),
    expertB: await signIn(b.person.uid),
    laureateX: await signIn(x.signatory.uid),
    laureateY: await signIn(y.signatory.uid),
    staff: staff.token,
    observer: observer.token,
    formerStaff: formerStaff.token,
    formerExpert: await signIn(c.person.uid),
    selfMade: await signUp(),
  };
  return { x, y, a, b, mission, observer, tokens, paths: await pathsOf(x, a, mission) };
}

export type Story = Awaited<ReturnType<typeof twoStories>>;
export type Actor = keyof Story['tokens'];

/** One existing document of each collection, of X and A. */
async function pathsOf(
  { laureateId, signatory }: LaureateOfTests,
  { expertId, person }: ExpertOfTests,
  { missionId, devis }: Awaited<ReturnType<typeof submittedMission>>,
) {
  const first = async (collection: string) => {
    const [found] = (await firestore.collection(collection).limit(1).get()).docs;
    if (!found) throw new Error(`${collection} is empty`);
    return found.ref.path;
  };
  const ofMission = async (collection: string) => {
    const [found] = (await firestore.collection(collection).where('missionId', '==', missionId).get()).docs;
    if (!found) throw new Error(`nothing of the mission in ${collection}`);
    return found.ref.path;
  };
  const upload = uploads.path(newId());
  await firestore.doc(upload).set({ uid: person.uid, state: 'expected' });
  const recommendationId = newId();
  const recommendation = recommendations.path(laureateId, recommendationId);
  // Whole, since pages read it too, and not the rules alone.
  await firestore.doc(recommendation).set(
    recommendations.write({
      ...{ id: recommendationId, laureateId, source: 'trainers', day: '2026-01-15', subthemes: [], fileId: null },
      ...{ text: 'Commencer par le modèle économique.', at: 1, byName: 'Camille Roux' },
    }),
  );
  return {
    directory: `directory/${expertId}`,
    directoryIndex: 'directoryIndex/current',
    account: `accounts/${signatory.uid}`,
    mailPreferences: `accounts/${signatory.uid}/preferences/mails`,
    ownViews: `accounts/${signatory.uid}/preferences/listViews`,
    sharedViews: 'sharedViews/team',
    laureate: `laureates/${laureateId}`,
    member: `laureates/${laureateId}/members/${signatory.uid}`,
    scopingNote: `laureates/${laureateId}/scopingNotes/1`,
    recommendation,
    ledger: await first(`laureates/${laureateId}/ledger`),
    ledgerHead: `laureates/${laureateId}/ledgerHead/head`,
    share: `laureates/${laureateId}/shares/${missionId}`,
    grant: `laureates/${laureateId}/grants/${person.uid}`,
    expert: `experts/${expertId}`,
    expertMember: `experts/${expertId}/members/${person.uid}`,
    expertEvent: await first(`experts/${expertId}/events`),
    workDraft: `experts/${expertId}/drafts/registration`,
    keptRegistration: `keptRegistrations/${newId()}`,
    mission: `missions/${missionId}`,
    missionEvent: `missions/${missionId}/events/1`,
    submission: `missions/${missionId}/submissions/1`,
    amendment: `missions/${missionId}/amendments/1`,
    feedback: `feedback/${missionId}_${laureateId}`,
    proof: await ofMission('proofs'),
    upload,
    file: `files/${devis.id}`,
    documentRequest: await ofMission('documentRequests'),
    ticket: `tickets/${signatory.uid}_${devis.id}`,
    accessLog: `accessLog/${newId()}`,
    outbox: await first('outbox'),
    digest: `digests/${newId()}`,
    operation: await first('operations'),
    signInToken: `signInTokens/${newId()}`,
    signInCode: `signInCodes/${newId()}`,
    rateLimit: `rateLimits/${newId()}`,
    settings: 'settings/programme/versions/1',
    settingsChange: 'settings/programme/changes/2',
    form: 'forms/report/versions/2',
    formChange: 'forms/report/changes/2',
    folderLink: `missions/${missionId}/links/${newId()}`,
    previewRequest: `previewRequests/${devis.id}`,
    depositTurn: `depositTurns/mission.${missionId}`,
    email: await first('emails'),
    invitation: `invitations/${newId()}`,
    journal: `journal/${newId()}`,
    note: `notes/${newId()}`,
    message: `missions/${missionId}/messages/${newId()}`,
    reading: `missions/${missionId}/readings/${newId()}`,
    deadLetter: `deadLetters/${newId()}`,
    apiToken: `apiTokens/${newId()}`,
    erasureRequest: `erasureRequests/${signatory.uid}`,
    retentionNotice: `retentionNotices/${expertId}`,
    retentionProgress: 'retentionProgress/outbox',
    adjustment: `adjustments/${newId()}`,
    reconciliation: `reconciliations/${laureateId}`,
    scheduleRun: 'scheduleRuns/sweepMails',
    lease: `leases/${newId()}`,
    proofOrigin: `proofOrigins/${newId()}`,
    timeStamp: 'timeStamps/2026-01-15',
    documentHash: `documentHashes/${devis.sha256}`,
    task: `tasks/${newId()}`,
    invoice: `invoices/${newId()}`,
    archive: `archives/${newId()}`,
    archiveStep: `archives/${newId()}/steps/${newId()}`,
    list: 'lists/missions',
    listChunk: 'lists/missions/chunks/0',
    summary: 'summaries/week.2026-W03',
    currentSummary: 'currentSummaries/week',
    figures: 'figures/current',
    templateVersion: 'templates/attestation/versions/1',
    templateChange: 'templates/attestation/changes/1',
  } as const satisfies Record<ReadCollection, string>;
}
