import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import { isOverseer } from '../../domain/actor.ts';
import { documentPaths } from '../../domain/archives/documents.ts';
import { folderName } from '../../domain/archives/names.ts';
import { laureateTexts, textsOf } from '../../domain/archives/texts.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { ADJUSTMENTS, adjustments } from '../collections/adjustments.ts';
import { FILES, files, type KeptFile } from '../collections/files.ts';
import { unknownLaureate } from '../laureates/act.ts';
import { ledgerNow } from '../laureates/ledger-reading.ts';
import { readStatement } from '../laureates/statements.ts';
import { scopingNotesView } from '../views/scoping-notes.ts';
import type { Contents, Gathering } from './contents.ts';
import { contentsApart } from './proofs-apart.ts';

/**
 * A laureate without its missions: its record, its subsidy line by line, its notes, its dossier, and its proofs whose missions are not in the
 * archive. A read a line, note, file and proof.
 */
export async function laureateContents(
  firestore: Firestore,
  gathering: Gathering,
  laureateId: string,
): Promise<Contents | Refusal> {
  const { actor, now } = gathering;
  const refusal = can(actor, { action: 'seeLaureate', laureateId });
  if (refusal) return refusal;
  const account = await ledgerNow(firestore, laureateId);
  const until = account.lines.at(-1)?.sequence ?? 0;
  const [read, notes, kept, corrections, apart] = await Promise.all([
    readStatement(firestore, { laureateId, kind: 'running', at: now, until }),
    scopingNotesView(firestore, actor, laureateId),
    firestore.collection(FILES).where('laureateId', '==', laureateId).orderBy('createdAt', 'desc').get(),
    firestore.collection(ADJUSTMENTS).where('laureateId', '==', laureateId).orderBy('proposedAt', 'desc').get(),
    contentsApart(firestore, gathering, laureateId),
  ]);
  if (read === null) return unknownLaureate;
  if (isRefusal(notes)) return notes;
  const facts = {
    laureate: read.laureate,
    statement: read.statement,
    ledger: { laureateId, lines: account.lines, head: account.head },
    notes: notes.versions,
    recommendations: notes.recommendations,
    // What was proposed and not approved is the team's.
    adjustments: isOverseer(actor) ? adjustments.list(corrections.docs) : [],
  };
  const chosen = chosenFiles(gathering, files.list(kept.docs));
  return {
    folder: `Structures/${folderName(read.laureate.name, laureateId)}`,
    at: now,
    texts: [...textsOf(laureateTexts, facts), ...apart.texts],
    documents: documentPaths([...chosen.files, ...apart.files]),
    refused: [...chosen.refused, ...apart.refused],
  };
}

function chosenFiles({ actor, now, scannerConfigured }: Gathering, kept: readonly KeptFile[]) {
  const chosen: KeptFile[] = [];
  const refused: Contents['refused'][number][] = [];
  // Those of a mission are in its own folder.
  for (const file of kept.filter(({ missionId }) => missionId === null)) {
    const refusal = can(actor, { action: 'openFile', file, grant: null, mission: null, now, scannerConfigured });
    if (refusal === null) chosen.push(file);
    else refused.push({ path: file.name, sha256: file.sha256, reason: refusal.message });
  }
  return { files: chosen, refused };
}
