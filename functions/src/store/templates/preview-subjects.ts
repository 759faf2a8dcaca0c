import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { activeParticipants, type Mission } from '../../domain/missions/mission.ts';
import { attestationOf, proofKindRows } from '../../domain/proofs/export.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { MissionTemplateName } from '../../domain/templates/templates.ts';
import { get } from '../collection.ts';
import type { MissionDocument } from '../collections/document-requests.ts';
import type { Access } from '../collections/files.ts';
import { PROOFS, proofs } from '../collections/proofs.ts';
import { scopingNotes } from '../collections/scoping-notes.ts';
import { type ReadNote, readNote } from '../laureates/printed-note.ts';
import { type ReadStatement, readStatement } from '../laureates/statements.ts';
import { readSource, type Source } from '../missions/documents.ts';

/** What a template is tried on: the records of a document of that mission, or of its laureate. */
export type Tried =
  | { readonly kind: 'mission'; readonly source: Source }
  | { readonly kind: 'statement'; readonly read: ReadStatement }
  | { readonly kind: 'note'; readonly read: ReadNote };

/** What would be read, as the log says it, and the reading, once it is said. Null of what is no longer there. */
export interface PreviewSubject extends Pick<Access, 'laureateIds' | 'fileId'> {
  readonly read: () => Promise<Tried | null>;
}

export interface PreviewAsked {
  readonly actor: SignedInActor;
  readonly mission: Mission;
  readonly now: number;
}

type Find = (firestore: Firestore, asked: PreviewAsked) => PreviewSubject | Refusal | Promise<PreviewSubject | Refusal>;

const nothingYet = (what: string) =>
  refuse(
    'nothing-to-print',
    `Cette mission n’a pas encore de quoi remplir ce modèle : ${what}. Choisissez-en une autre.`,
  );
const nobodyLeft = nothingYet('plus aucun lauréat n’y participe');

/** As each document would be asked for now. Nothing is asked: it is read, and forgotten. */
export const previewSubjects: Readonly<Record<MissionTemplateName, Find>> = {
  diagnostic: (firestore, asked) => {
    const { submission } = asked.mission;
    if (submission === null) return nothingYet('aucun diagnostic n’est remis');
    const { fileId } = submission.diagnostic;
    return ofMission(firestore, asked, { fileId, document: { kind: 'diagnostic', version: submission.version } });
  },
  // As its expert and staff read it. What one laureate reads of a shared mission is tried by the check alone.
  'devis-summary': (firestore, asked) => {
    const { submission } = asked.mission;
    if (submission === null) return nothingYet('aucun devis n’est remis');
    const document = { kind: 'devisSummary', version: submission.version, laureateId: null } as const;
    return ofMission(firestore, asked, { fileId: submission.devis.fileId, document });
  },
  report: (firestore, asked) => {
    const { report } = asked.mission;
    if (report === null) return nothingYet('aucun rapport n’est remis');
    const { fileId } = report.document;
    return ofMission(firestore, asked, { fileId, document: { kind: 'report', number: report.number } });
  },
  attestation: async (firestore, asked) => {
    const found = await firestore.collection(PROOFS).where('missionId', '==', asked.mission.id).get();
    const proof = proofs.list(found.docs).find(({ kind }) => proofKindRows[kind].attested);
    if (!proof) return nothingYet('rien n’y est validé');
    const document = { kind: 'attestation', proofId: proof.id } as const;
    return ofMission(firestore, asked, {
      ...{ fileId: attestationOf(proof.id), document, laureateIds: [proof.laureateId] },
    });
  },
  statement: (firestore, { mission, now }) => {
    const [participant] = activeParticipants(mission);
    if (participant === undefined) return nobodyLeft;
    const { laureateId } = participant;
    return {
      ...{ laureateIds: [laureateId], fileId: `statement.${laureateId}` },
      read: async () => {
        const read = await readStatement(firestore, { laureateId, kind: 'running', at: now, until: null });
        return read && { kind: 'statement', read };
      },
    };
  },
  'scoping-note': async (firestore, { actor, mission }) => {
    const participant = activeParticipants(mission).find(({ noteVersion }) => noteVersion !== null);
    if (participant?.noteVersion == null) return nothingYet('aucune note de cadrage n’y est jointe');
    const { laureateId, noteVersion: version } = participant;
    const refusal = can(actor, { action: 'seeLaureate', laureateId });
    if (refusal) return refusal;
    const note = await get(firestore, scopingNotes, laureateId, String(version));
    if (note?.content.kind !== 'form') return nothingYet('la note de cadrage de son lauréat est un PDF');
    return {
      ...{ laureateIds: [laureateId], fileId: `scopingNote.${laureateId}.${version}` },
      read: async () => ({ kind: 'note', read: await readNote(firestore, { laureateId, version }) }),
    };
  },
  feedback: (firestore, asked) => {
    const refusal = can(asked.actor, { action: 'handleTasks' });
    if (refusal) return refusal;
    const given = activeParticipants(asked.mission).find(({ feedbackGiven }) => feedbackGiven);
    if (given === undefined) return nothingYet('aucun bilan de satisfaction n’est remis');
    const { laureateId } = given;
    const document = { kind: 'feedback', laureateId } as const;
    return ofMission(firestore, asked, {
      fileId: `feedback.${asked.mission.id}.${laureateId}`,
      document,
      laureateIds: [laureateId],
    });
  },
};

function ofMission(
  firestore: Firestore,
  { mission, now }: PreviewAsked,
  asked: Pick<MissionDocument, 'fileId' | 'document'> & { readonly laureateIds?: readonly string[] },
): PreviewSubject {
  const { fileId, document } = asked;
  const laureateIds = asked.laureateIds ?? activeParticipants(mission).map(({ laureateId }) => laureateId);
  const request = {
    ...{ missionId: mission.id, at: now, ownerUid: mission.expert.expertId, state: 'pending' },
    ...{ fileId, document },
  } satisfies MissionDocument;
  return {
    ...{ laureateIds: [...laureateIds], fileId },
    read: async () => {
      const source = await readSource(firestore, request);
      return source && { kind: 'mission', source };
    },
  };
}
