import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { dossierPieces } from '../../domain/dossiers/pieces.ts';
import type { Dossier } from '../../domain/dossiers/views.ts';
import type { Laureate } from '../../domain/laureates/laureate.ts';
import { grantEndsAt } from '../../domain/missions/facts.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { inPriority } from '../../domain/scoping-notes/note.ts';
import { get } from '../collection.ts';
import { FILES, files } from '../collections/files.ts';
import { answeredForm } from '../collections/forms.ts';
import { grants } from '../collections/grants.ts';
import { laureates } from '../collections/laureates.ts';
import { scopingNotes } from '../collections/scoping-notes.ts';
import { rowOfFile } from './file-rows.ts';
import { recommendationsTo } from './scoping-notes.ts';

/** A laureate's dossier as this reader may see it: one query, three reads, no Storage listing. */
export async function dossierView(
  firestore: Firestore,
  actor: Actor,
  asked: { laureateId: string; now: number },
): Promise<Dossier | Refusal> {
  const { laureateId, now } = asked;
  const grant = actor.kind === 'expert' ? await get(firestore, grants, laureateId, actor.uid) : null;
  const refusal = can(actor, { action: 'seeDossier', laureateId, grant, now });
  if (refusal) return refusal;
  const [laureate, found] = await Promise.all([
    get(firestore, laureates, laureateId),
    firestore.collection(FILES).where('laureateId', '==', laureateId).orderBy('createdAt', 'desc').get(),
  ]);
  return {
    laureateId,
    laureateName: laureate?.name ?? laureateId,
    note: laureate && (await noteInForce(firestore, laureate)),
    recommendations: await recommendationsTo(firestore, laureateId),
    pieces: files
      .list(found.docs)
      .filter(
        (file) =>
          file.missionId === null &&
          dossierPieces.some((piece) => piece === file.piece) &&
          can(actor, { action: 'seeFile', file, grant, mission: null, now }) === null,
      )
      .map((file) => rowOfFile(file, actor, null)),
    until: grant && grantEndsAt(grant),
    mayDeposit: dossierPieces.filter(
      (piece) => can(actor, { action: 'deposit', piece, laureateId, mission: null, replaces: null }) === null,
    ),
  };
}

async function noteInForce(firestore: Firestore, { id, note }: Laureate): Promise<Dossier['note']> {
  if (note === null) return null;
  const kept = await get(firestore, scopingNotes, id, String(note.version));
  const { version, at, subthemes } = note;
  if (kept?.content.kind !== 'form') return { version, at, subthemes, answered: null, needs: {} };
  const { formVersion, answers, needs } = kept.content;
  return {
    version,
    at,
    subthemes: inPriority(kept),
    answered: { form: await answeredForm(firestore, 'scopingNote', formVersion), answers },
    needs,
  };
}
