import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { type Day, dayOf } from '../../domain/calendar.ts';
import type { PreviewWorkInput } from '../../domain/experts/draft-contract.ts';
import { formAnswered } from '../../domain/forms/taken.ts';
import {
  activeParticipants,
  type HandedDocument,
  type Mission,
  type MissionCore,
  type Submission,
  stageOf,
} from '../../domain/missions/mission.ts';
import { isLive } from '../../domain/missions/states.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type SubmittedAmounts, totalsOnly } from '../../domain/subsidy/share.ts';
import { get } from '../collection.ts';
import type { MissionDocument } from '../collections/document-requests.ts';
import { experts } from '../collections/experts.ts';
import { files } from '../collections/files.ts';
import { takenForms } from '../collections/forms.ts';
import { laureates } from '../collections/laureates.ts';
import { eventsOf, missionEvents, missions } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { shares } from '../collections/shares.ts';
import { submissions } from '../collections/submissions.ts';
import type { Source } from './documents.ts';

const unknownMission = refuse('mission-unknown', 'Cette mission n’existe pas, ou ne vous est pas ouverte.');
const nothingValidated = refuse('nothing-to-print', 'Un rapport suit un devis validé : il n’y en a pas encore.');
/** Where the PDF of what is handed in has an id. */
const NOWHERE = 'preview';
/** On a devis that nobody has written yet. */
const TO_COMPLETE = 'à compléter';

interface Asked {
  readonly actor: SignedInActor;
  readonly input: PreviewWorkInput;
  readonly now: number;
}

/**
 * What a document would print if what is being written were handed in now, read for the people of the company alone: it is their own text, with
 * what their mission shows them. Some ten reads, no write.
 */
export async function readForWorkPreview(
  firestore: Firestore,
  { actor, input, now }: Asked,
): Promise<Source | Refusal> {
  const mission = await get(firestore, missions, input.missionId);
  if (mission === null || can(actor, { action: 'writeDraft', expertId: mission.expert.expertId }))
    return unknownMission;
  if (!isLive(mission.state)) return unknownMission;
  const form = formAnswered(await takenForms(firestore, input.piece), input.formVersion);
  if (isRefusal(form)) return form;
  const typed = { kind: 'form', answers: input.answers, formVersion: form.version, fileId: NOWHERE } as const;
  const submitted = await submittedOf(firestore, mission, { input, typed, now });
  if (submitted === null) return nothingValidated;
  return {
    ...(await around(firestore, withTyped(mission, { input, typed, now }), { submitted, input, now })),
    form,
  };
}

interface Typed {
  readonly input: PreviewWorkInput;
  readonly typed: Extract<HandedDocument, { kind: 'form' }>;
  readonly now: number;
}

/** Of a diagnostic, the version that would be handed in; of a report, the one that was validated. */
async function submittedOf(
  firestore: Firestore,
  mission: Mission,
  { input, typed, now }: Typed,
): Promise<SubmittedAmounts | null> {
  if (input.piece === 'report') return submittedBefore(firestore, mission);
  const { devis, plannedStart, plannedEnd } = input;
  const today = dayOf(now);
  const submission: Submission = {
    ...{ version: mission.versions + 1, at: now, by: mission.expert.expertId, diagnostic: typed },
    devis: {
      fileId: devis?.fileId ?? NOWHERE,
      number: devis?.number ?? TO_COMPLETE,
      validUntil: devis?.validUntil ?? today,
      issuer: devis?.issuer ?? null,
    },
    ...plannedDays(plannedStart, plannedEnd, today),
  };
  return { version: submission.version, submission, amounts: devis?.amounts ?? totalsOnly(0, 0), split: {} };
}

/** What the report follows: the version in force, whichever was handed in and taken back since. */
async function submittedBefore(firestore: Firestore, { id, submission }: Mission): Promise<SubmittedAmounts | null> {
  return submission && get(firestore, submissions, id, String(submission.version));
}

function plannedDays(start: Day | null, end: Day | null, today: Day): Pick<Submission, 'plannedStart' | 'plannedEnd'> {
  return { plannedStart: start ?? today, plannedEnd: end ?? start ?? today };
}

/** The mission as it would be: only what a document prints of it changes. */
function withTyped(mission: Mission, { input, typed, now }: Typed): Mission {
  if (input.piece !== 'report') return mission;
  const core: MissionCore = mission;
  const report = { number: (mission.report?.number ?? 0) + 1, at: now, by: mission.expert.expertId, document: typed };
  return { ...core, ...stageOf(mission.state, { submission: mission.submission, report, heldFrom: mission.heldFrom }) };
}

interface Around {
  readonly submitted: SubmittedAmounts;
  readonly input: PreviewWorkInput;
  readonly now: number;
}

async function around(
  firestore: Firestore,
  mission: Mission,
  { submitted, input, now }: Around,
): Promise<Omit<Source, 'form'>> {
  const [expert, laureateList, shareList, events, settings, devis] = await Promise.all([
    get(firestore, experts, mission.expert.expertId),
    Promise.all(mission.laureateIds.map((laureateId) => get(firestore, laureates, laureateId))),
    Promise.all(mission.laureateIds.map((laureateId) => get(firestore, shares, laureateId, mission.id))),
    firestore.collection(eventsOf(mission.id)).orderBy('number').get(),
    settingsInForce(firestore),
    get(firestore, files, submitted.submission.devis.fileId),
  ]);
  if (expert === null) throw new Error(`expert ${mission.expert.expertId} is missing`);
  const ownFile = devis?.missionId === mission.id ? [devis] : [];
  return {
    request: requestOf(mission, submitted, { input, now }),
    ...{ mission, expert, submitted, settings, files: ownFile, events: missionEvents.list(events.docs) },
    laureates: laureateList.flatMap((laureate) => laureate ?? []),
    shares: shareList.flatMap((share) => share ?? []).map((share) => withFinal(share, input)),
    ...{ proof: null, signatory: null, given: null },
  };
}

function requestOf(
  mission: Mission,
  submitted: SubmittedAmounts,
  { input, now }: Pick<Around, 'input' | 'now'>,
): MissionDocument {
  const document =
    input.piece === 'report'
      ? ({ kind: 'report', number: mission.report?.number ?? 1 } as const)
      : ({ kind: 'diagnostic', version: submitted.version } as const);
  return {
    ...{ missionId: mission.id, fileId: NOWHERE, document, state: 'pending', at: now },
    ownerUid: activeParticipants(mission)[0]?.laureateId ?? mission.expert.expertId,
  };
}

/** What the report says is finally due, before it is settled. */
function withFinal<
  Part extends { readonly laureateId: string; readonly finalCents: number; readonly shareCents: number },
>(share: Part, input: PreviewWorkInput): Part {
  if (input.piece !== 'report') return share;
  const asked = input.finals[share.laureateId] ?? share.shareCents;
  return { ...share, finalCents: Math.min(asked, share.shareCents) };
}
