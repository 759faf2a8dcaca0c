import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import { roleIn, type SignedInActor } from '../../domain/actor.ts';
import type { ApiContract } from '../../domain/api.ts';
import { HOUR } from '../../domain/calendar.ts';
import type { AskedDocument } from '../../domain/dossiers/asked-documents.ts';
import { activeParticipants } from '../../domain/missions/mission.ts';
import { summaryState } from '../../domain/missions/summary-state.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { periodNamed } from '../../domain/summaries/periods.ts';
import { get } from '../collection.ts';
import {
  type DocumentRequest,
  documentRequests,
  type ProgrammeDocument,
  templateOf,
} from '../collections/document-requests.ts';
import { experts } from '../collections/experts.ts';
import { files } from '../collections/files.ts';
import { laureates } from '../collections/laureates.ts';
import { missions } from '../collections/missions.ts';
import { scopingNotes } from '../collections/scoping-notes.ts';
import { feedback } from '../collections/submissions.ts';
import { sha256 } from '../hash.ts';
import { logoInForce } from '../laureates/logos.ts';
import { reused } from '../operations.ts';
import { optimistically } from '../optimistic.ts';
import { withinLimit } from '../rate-limits.ts';
import { printedSummary } from '../summaries/printed.ts';
import { storedSummary } from '../summaries/stored.ts';
import { versionInForce } from '../templates/templates.ts';

const tooMany = refuse(
  'too-many-documents',
  'Vous avez demandé beaucoup de documents en une heure. Ceux qui sont faits restent à leur place : reprenez dans une heure.',
);
const busy = refuse('busy', 'Le document n’est pas demandé : réessayez dans quelques secondes.');
const unknownMission = refuse('mission-unknown', 'Cette mission n’existe pas. Rechargez la page.');
const noNote = refuse('note-unknown', 'Cette version de la note n’est pas remise. Rechargez la page.');
const noteIsFile = refuse(
  'note-is-file',
  'Cette version est un PDF de la manufacture : ouvrez-le dans le dossier, il n’y a rien à imprimer de plus.',
);
const noFeedback = refuse('feedback-missing', 'Le bilan de satisfaction n’est pas encore remis.');
const noDevis = refuse('devis-missing', 'Aucun devis n’est remis sur cette mission : il n’y a rien à résumer.');
const noSummary = refuse(
  'summary-unknown',
  'Cette période n’a pas encore de synthèse à imprimer : elle se fait une fois la période finie. Rechargez la page.',
);
const damagedSummary = refuse(
  'summary-damaged',
  'Le document qui garde cette synthèse est abîmé : elle ne s’imprime plus. Les registres et les autres synthèses sont entiers. Dites-le à la personne qui maintient le service.',
);
const notTheirs = refuse(
  'not-yours',
  'Cette synthèse ne vous est pas ouverte : demandez celle de votre manufacture, depuis la page de la mission.',
);

interface Asked {
  readonly actor: SignedInActor;
  readonly input: ApiContract['makeDocument']['input'];
  readonly now: number;
}

/** `once`: what makes it another document, the text that prints it among it. As long as it is the same, whoever asks gets the one that is there: room in a mission is counted. */
type Described = { readonly once: string } & (
  | Pick<ProgrammeDocument, 'summaryId' | 'document'>
  | Pick<Extract<DocumentRequest, { missionId: string }>, 'missionId' | 'document'>
  | Pick<Extract<DocumentRequest, { laureateId: string }>, 'laureateId' | 'document'>
);

/** Asks for a document as PDF; the trigger makes it within seconds. A repeated call asks for nothing new. 8 reads at most and one a laureate that takes part, 2 writes. */
export async function askDocument(
  firestore: Firestore,
  { actor, input, now }: Asked,
): Promise<ApiContract['makeDocument']['output'] | Refusal> {
  const { asked, operationId } = input;
  const described = await describe(firestore, asked, { actor, operationId, now });
  if (isRefusal(described)) return described;
  if (!(await withinLimit(firestore, { name: 'document', most: 40, windowMs: HOUR }, actor.uid, now))) return tooMany;
  const { once, ...subject } = described;
  const fileId = askedFileId(asked.document, once);
  const request: DocumentRequest = { fileId, at: now, ownerUid: actor.uid, state: 'pending', ...subject };
  const done = await optimistically<{ fileId: string } | Refusal>(firestore, async (batch) => {
    const earlier = await get(firestore, documentRequests, fileId);
    if (earlier) return { answer: isSame(earlier, described) ? { fileId } : reused, batch: null };
    batch.create(firestore.doc(documentRequests.path(fileId)), documentRequests.write(request));
    return { answer: { fileId }, batch };
  });
  return done === null ? busy : done.answer;
}

interface Press {
  readonly actor: SignedInActor;
  readonly operationId: string;
  readonly now: number;
}

/** What the file is called, from the request on: whoever asks for the same thing meets it. */
export function askedFileId(document: AskedDocument['document'], once: string): string {
  return `document-${sha256(`${document} ${once}`).slice(0, 20)}`;
}

/** What is to be made, once it is known that there is something to print and that this person may read it. */
type Describing<Document extends AskedDocument> = (
  firestore: Firestore,
  asked: Document,
  press: Press,
) => Promise<Described | Refusal>;

const describe: Describing<AskedDocument> = async (firestore, asked, press) => {
  switch (asked.document) {
    case 'scopingNote':
      return noteAsked(firestore, asked, press);
    case 'feedback':
      return feedbackAsked(firestore, asked, press);
    case 'devisSummary':
      return devisAsked(firestore, asked, press);
    case 'summary':
      return summaryAsked(firestore, asked, press);
    default:
      return asked satisfies never;
  }
};

type Of<Name extends AskedDocument['document']> = Extract<AskedDocument, { document: Name }>;

const noteAsked: Describing<Of<'scopingNote'>> = async (firestore, { laureateId, version }, { actor, operationId }) => {
  const refusal = can(actor, { action: 'seeLaureate', laureateId });
  if (refusal) return refusal;
  const note = await get(firestore, scopingNotes, laureateId, String(version));
  if (note === null) return noNote;
  if (note.content.kind === 'file') return noteIsFile;
  // The team's answer and recommendations come later: each press prints what there is then.
  const once = `${actor.uid}_${operationId}`;
  return { once, laureateId, document: { kind: 'scopingNote', version } };
};

const feedbackAsked: Describing<Of<'feedback'>> = async (firestore, { missionId, laureateId }, { actor, now }) => {
  const refusal = can(actor, { action: 'handleTasks' });
  if (refusal) return refusal;
  const given = await get(firestore, feedback, missionId, laureateId);
  if (given === null) return noFeedback;
  const text = await versionInForce(firestore, templateOf.feedback, now);
  return { once: `${missionId} ${laureateId} ${text}`, missionId, document: { kind: 'feedback', laureateId } };
};

/** A laureate asks for its own; who reads every part, for all of them. */
const devisAsked: Describing<Of<'devisSummary'>> = async (firestore, { missionId, laureateId }, { actor, now }) => {
  const mission = await get(firestore, missions, missionId);
  if (mission === null) return unknownMission;
  const { expertId } = mission.expert;
  const refusal = can(actor, { action: 'seeMission', expertId, laureateIds: mission.laureateIds });
  if (refusal) return refusal;
  if (actor.kind === 'laureate' && (laureateId === null || roleIn(actor, laureateId) === null)) return notTheirs;
  if (actor.kind !== 'laureate' && laureateId !== null) return notTheirs;
  const participants = activeParticipants(mission);
  if (laureateId !== null && !participants.some((one) => one.laureateId === laureateId)) return notTheirs;
  const { submission } = mission;
  if (submission === null) return noDevis;
  const { devis } = submission;
  const [only, ...others] = participants;
  const [file, expert, read, logo, text] = await Promise.all([
    get(firestore, files, devis.fileId),
    get(firestore, experts, expertId),
    Promise.all(participants.map((one) => get(firestore, laureates, one.laureateId))),
    only && others.length === 0 ? logoInForce(firestore, only.laureateId) : null,
    versionInForce(firestore, templateOf.devisSummary, now),
  ]);
  const state = summaryState({
    ...{ mission, devis, readAmounts: file?.readAmounts, expert, laureateId, now },
    laureates: read.flatMap((laureate) => laureate ?? []),
    logoId: logo?.id ?? null,
  });
  return {
    once: `${missionId} ${laureateId} ${state} ${text}`,
    missionId,
    document: { kind: 'devisSummary', version: submission.version, laureateId },
  };
};

const summaryAsked: Describing<Of<'summary'>> = async (firestore, { period }, { actor, now }) => {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const stored = await storedSummary(firestore, period);
  const named = periodNamed(period);
  if (stored === null || named === null) return noSummary;
  const printed = await printedSummary(firestore, named, now);
  if (stored !== 'damaged') return printed;
  // It prints nothing any more; what was printed before is still given.
  const before = await get(firestore, files, askedFileId('summary', printed.once));
  return before === null ? damagedSummary : printed;
};

function isSame(earlier: DocumentRequest, asked: Described): boolean {
  const subjectOf = (one: DocumentRequest | Described) => {
    if ('missionId' in one) return one.missionId;
    return 'laureateId' in one ? one.laureateId : one.summaryId;
  };
  return subjectOf(earlier) === subjectOf(asked) && JSON.stringify(earlier.document) === JSON.stringify(asked.document);
}
