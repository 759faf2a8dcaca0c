import type { Firestore } from 'firebase-admin/firestore';
import type { StoredFile } from '../../domain/dossiers/pieces.ts';
import type { Expert } from '../../domain/experts/profile.ts';
import type { Form, FormName } from '../../domain/forms/form.ts';
import type { Laureate, Member } from '../../domain/laureates/laureate.ts';
import type { HandedDocument, JournalEntry, Mission } from '../../domain/missions/mission.ts';
import type { Feedback, Proof } from '../../domain/missions/outcome.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { Share, SubmittedAmounts } from '../../domain/subsidy/share.ts';
import { get } from '../collection.ts';
import {
  DOCUMENT_REQUESTS,
  type DocumentRequest,
  documentRequests,
  type MissionDocument,
} from '../collections/document-requests.ts';
import { experts } from '../collections/experts.ts';
import { files } from '../collections/files.ts';
import { answeredForm } from '../collections/forms.ts';
import { laureates, members } from '../collections/laureates.ts';
import { eventsOf, missionEvents, missions } from '../collections/missions.ts';
import { proofs } from '../collections/proofs.ts';
import { settingsInForce } from '../collections/settings.ts';
import { shares } from '../collections/shares.ts';
import { feedback, submissions } from '../collections/submissions.ts';
import { nameFiles } from '../proofs/named-files.ts';

/** All that a document of a mission may print, read once (about ten reads). */
export interface Source {
  readonly request: MissionDocument;
  readonly mission: Mission;
  readonly expert: Expert;
  readonly laureates: readonly Laureate[];
  readonly submitted: SubmittedAmounts;
  readonly shares: readonly Share[];
  readonly files: readonly StoredFile[];
  readonly events: readonly JournalEntry[];
  readonly settings: ProgrammeSettings;
  /** The form whose answers it prints, as it was answered; null of what prints none. */
  readonly form: Form | null;
  /** For an attestation: the record, and the person who decided as the laureate knows it. */
  readonly proof: Proof | null;
  readonly signatory: Member | null;
  /** For a « bilan de satisfaction »: what the laureate answered. */
  readonly given: Feedback | null;
}

/** What is still to be made; null when it is, or was never asked for. */
export async function pendingRequest(firestore: Firestore, fileId: string): Promise<DocumentRequest | null> {
  const request = await get(firestore, documentRequests, fileId);
  return request?.state === 'pending' ? request : null;
}

/**
 * The sources of a document of a mission; null when it is closed. A mission keeps its last report only: a request for an earlier one,
 * sent back and handed in again before its PDF was made, is closed here, since printing the newer words under the older number would be false.
 */
export async function readSource(firestore: Firestore, request: MissionDocument): Promise<Source | null> {
  const mission = required(await get(firestore, missions, request.missionId), `mission ${request.missionId}`);
  if (request.document.kind === 'report' && request.document.number !== mission.report?.number) {
    const [reference, superseded] = closed(firestore, request, 'superseded');
    await reference.update(superseded);
    return null;
  }
  const version = await versionOf(firestore, request, mission);
  const [expert, submitted, laureateList, shareList, events, settings, given] = await Promise.all([
    get(firestore, experts, mission.expert.expertId),
    get(firestore, submissions, mission.id, String(version.number)),
    Promise.all(mission.laureateIds.map((laureateId) => get(firestore, laureates, laureateId))),
    Promise.all(mission.laureateIds.map((laureateId) => get(firestore, shares, laureateId, mission.id))),
    firestore.collection(eventsOf(mission.id)).orderBy('number').get(),
    settingsInForce(firestore),
    givenBy(firestore, request),
  ]);
  const { proof } = version;
  const named = required(submitted, `submission ${version.number} of ${mission.id}`);
  const fileIds = [named.submission.devis.fileId, ...(proof?.documents.map((document) => document.fileId) ?? [])];
  const fileList = await Promise.all([...new Set(fileIds)].map((id) => get(firestore, files, id)));
  return {
    request,
    mission,
    expert: required(expert, `expert ${mission.expert.expertId}`),
    laureates: laureateList.flatMap((laureate) => laureate ?? []),
    submitted: named,
    shares: shareList.flatMap((share) => share ?? []),
    files: fileList.flatMap((file) => file ?? []),
    events: missionEvents.list(events.docs),
    settings,
    form: await formPrinted(firestore, request, { mission, submitted: named, given }),
    proof,
    signatory: proof && (await get(firestore, members, proof.laureateId, proof.person.uid)),
    given,
  };
}

/** 1 read, none for the versions that the code holds. */
async function formPrinted(
  firestore: Firestore,
  { document }: MissionDocument,
  { mission, submitted, given }: Pick<Source, 'mission' | 'submitted' | 'given'>,
): Promise<Form | null> {
  switch (document.kind) {
    case 'attestation':
    case 'devisSummary':
      return null;
    case 'feedback':
      return given && answeredForm(firestore, 'feedback', given.formVersion);
    case 'diagnostic':
      return handedForm(firestore, 'diagnostic', submitted.submission.diagnostic);
    case 'report':
      return handedForm(firestore, 'report', mission.report?.document);
    default:
      return document satisfies never;
  }
}

/** Null of a PDF, which answers no question. */
async function handedForm(
  firestore: Firestore,
  name: FormName,
  handed: HandedDocument | undefined,
): Promise<Form | null> {
  return handed?.kind === 'form' ? answeredForm(firestore, name, handed.formVersion) : null;
}

async function givenBy(firestore: Firestore, { missionId, document }: MissionDocument): Promise<Feedback | null> {
  if (document.kind !== 'feedback') return null;
  const { laureateId } = document;
  return required(await get(firestore, feedback, missionId, laureateId), `feedback of ${laureateId} on ${missionId}`);
}

async function versionOf(
  firestore: Firestore,
  { document }: MissionDocument,
  mission: Mission,
): Promise<{ number: number; proof: Proof | null }> {
  if (document.kind === 'diagnostic' || document.kind === 'devisSummary')
    return { number: document.version, proof: null };
  if (document.kind === 'report' || document.kind === 'feedback')
    return { number: mission.submission?.version ?? mission.versions, proof: null };
  const proof = required(await get(firestore, proofs, document.proofId), `proof ${document.proofId}`);
  return { number: proof.version, proof };
}

/** `made`: what is kept. An attestation is found by its own bytes too from then on: they are known only once it is made. */
export async function markMade(firestore: Firestore, request: DocumentRequest, made: StoredFile): Promise<void> {
  const batch = firestore.batch();
  batch.update(...closed(firestore, request, 'made'));
  if (request.document.kind === 'attestation') nameFiles(firestore, batch, request.document.proofId, [made.sha256]);
  await batch.commit();
}

function closed(firestore: Firestore, request: DocumentRequest, state: 'made' | 'superseded') {
  const reference = firestore.doc(documentRequests.path(request.fileId));
  return [reference, documentRequests.write({ ...request, state })] as const;
}

/** Documents asked for before `before` and never made: the sweeper's work. */
export async function pendingDocuments(firestore: Firestore, before: number): Promise<string[]> {
  const found = await firestore
    .collection(DOCUMENT_REQUESTS)
    .where('state', '==', 'pending')
    .where('at', '<=', before)
    .orderBy('at')
    .limit(50)
    .get();
  return found.docs.map(({ id }) => id);
}

function required<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Error(`${what} is missing`);
  return value;
}
