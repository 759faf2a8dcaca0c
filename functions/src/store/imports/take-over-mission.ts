import type { Firestore } from 'firebase-admin/firestore';
import type { ImportedTakeOver } from '../../domain/imports/mission-plan.ts';
import type { ImportProblem } from '../../domain/laureates/import.ts';
import type { TakenOverPiece } from '../../domain/missions/taken-over.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Bucket } from '../bucket.ts';
import { get } from '../collection.ts';
import { FILES, files } from '../collections/files.ts';
import { failedAs } from '../failures.ts';
import { keepFile, type StoredObject } from '../files/stored-files.ts';
import { commitAction } from '../missions/commit.ts';
import type { ProgrammeAsked } from './import-programme.ts';

interface Taking {
  readonly change: ImportedTakeOver;
  readonly asked: ProgrammeAsked;
  readonly settings: ProgrammeSettings;
}

/**
 * Brings one mission in: first its PDFs, as files of the mission under names that their bytes give, then the action, which the table judges as any
 * other. Cut in between, it is done again: the files are found where they are, a PDF that was replaced since is another file, and a mission that
 * exists is refused.
 */
export async function takeOverMission(
  firestore: Firestore,
  bucket: () => Bucket,
  { change, asked, settings }: Taking,
): Promise<ImportProblem | null> {
  const { missionId, input, pdfs, line } = change;
  // Copied by an attempt that was refused. Looked for before the mission is: from then on its attestations come beside them.
  const copied = await firestore.collection(FILES).where('missionId', '==', missionId).get();
  for (const pdf of pdfs) {
    const kept = await keepForMission(firestore, bucket(), { ...pdf, missionId, asked });
    if (!kept) return { line, column: 'mission', value: change.about, reason: pdfGone };
  }
  const { now } = asked;
  const actor = { ...asked.actor, kind: 'staff' } as const;
  const about = { now, actor, missionId, laureateId: null, onBehalf: false, settings };
  const answer = await commitAction(firestore, about, { action: 'takeOver', input }, asked.newId());
  if (isRefusal(answer)) return { line, column: 'mission', value: change.about, reason: answer.message };
  // Of those, what staff have replaced since: nobody may take it for the mission's.
  const stale = copied.docs.filter(({ id }) => pdfs.every(({ keptAs }) => keptAs !== id));
  await Promise.all(stale.map(({ ref }) => ref.update({ withdrawnAt: now })));
  return null;
}

const pdfGone =
  'un de ses PDF n’est plus dans le dossier du lauréat : déposez-le, puis envoyez le fichier à nouveau. Rien n’est écrit pour elle';

interface Keeping {
  readonly piece: TakenOverPiece;
  readonly fileId: string;
  readonly keptAs: string;
  readonly missionId: string;
  readonly asked: ProgrammeAsked;
}

/** The verified PDF of a dossier, kept once more as the mission's: the same bytes, and the verdict of the antivirus they had. False when it is gone. */
async function keepForMission(firestore: Firestore, bucket: Bucket, keeping: Keeping): Promise<boolean> {
  const { piece, fileId, keptAs, missionId, asked } = keeping;
  const found = await get(firestore, files, fileId);
  if (found === null) return false;
  const from = bucket.file(found.path);
  const bytes = await bytesOf(from);
  if (bytes === null) return false;
  const { name, contentType, scan } = found;
  const file = {
    ...{ id: keptAs, piece, missionId, laureateId: null, name, contentType, scan },
    ...({ ownerUid: asked.actor.uid, ownerName: asked.actor.name, side: 'staff', createdAt: asked.now } as const),
  };
  await keepFile(firestore, bucket, file, bytes, from);
  return true;
}

async function bytesOf(object: StoredObject): Promise<Buffer | null> {
  try {
    const [bytes] = await object.download();
    return bytes;
  } catch (error) {
    if (failedAs(error, 'objectAbsent')) return null;
    throw error;
  }
}
