import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import type { FileActionInput } from '../../domain/api.ts';
import { fileActions } from '../../domain/dossiers/file-actions.ts';
import type { StoredFile } from '../../domain/dossiers/pieces.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Bucket } from '../bucket.ts';
import { files, type KeptFile, type Ticket } from '../collections/files.ts';
import { journalLine } from '../collections/journal.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { stripFile } from './download-tokens.ts';
import { ticketsOnFiles } from './file-tickets.ts';

const unknownFile = refuse('file-unknown', 'Ce document n’existe pas, ou n’est pas encore prêt. Rechargez la page.');
const busy = refuse('busy', 'Ce document change en ce moment même. Rien n’est perdu : réessayez.');

interface Acted {
  readonly actor: SignedInActor;
  readonly input: FileActionInput;
  readonly lineId: string;
  readonly now: number;
}

interface Version {
  readonly snapshot: DocumentSnapshot;
  readonly file: KeptFile;
}

/** What each action changes, on which versions, and which tickets end with it. */
const effects = {
  share: { change: () => ({ shared: true }), formerToo: false, ends: null },
  // Who stops sharing a document does not mean its last version alone.
  unshare: { change: () => ({ shared: false }), formerToo: true, ends: 'grant' },
  withdraw: { change: (now) => ({ withdrawnAt: now, shared: false }), formerToo: false, ends: 'everyone' },
} as const satisfies Record<
  FileActionInput['action'],
  {
    change: (now: number) => Partial<StoredFile>;
    formerToo: boolean;
    ends: Ticket['via'] | 'everyone' | null;
  }
>;

/**
 * Shares, stops sharing or withdraws one file, with its line in the journal and the end of the tickets, in one commit: it holds at the next
 * request of whoever was reading. 1 read, 1 query, and 1 read more a former version.
 */
export async function fileAction(
  firestore: Firestore,
  bucket: Bucket,
  acted: Acted,
): Promise<{ done: string } | Refusal> {
  const { actor, input, now } = acted;
  let closed: readonly string[] = [];
  const done = await optimistically<{ done: string } | Refusal>(firestore, async (batch) => {
    const version = await versionAt(firestore, input.fileId);
    if (version === null) return { answer: unknownFile, batch: null };
    const refusal = can(actor, { action: 'actOnFile', act: input.action, file: version.file });
    if (refusal) return { answer: refusal, batch: null };
    const { change, formerToo, ends } = effects[input.action];
    const versions = formerToo ? await withFormer(firestore, version) : [version];
    for (const { snapshot, file } of versions) rewrite(batch, snapshot, files.write({ ...file, ...change(now) }));
    const fileIds = versions.map(({ file }) => file.id);
    const ended = ends === null ? [] : await ticketsOnFiles(firestore, fileIds, ends === 'everyone' ? null : ends);
    for (const ticket of ended) batch.delete(ticket);
    closed = ends === null ? [] : fileIds;
    journalLine(firestore, batch, acted.lineId, lineOf(version.file, acted));
    return { answer: { done: fileActions[input.action].done }, batch };
  });
  // A reader may have minted a download token while it could read.
  await Promise.all(closed.map((fileId) => stripFile(bucket, fileId)));
  return done?.answer ?? busy;
}

function lineOf({ id, name, laureateId, missionId }: StoredFile, { actor, input, now }: Acted) {
  const reason = input.action === 'withdraw' && input.reason.trim() !== '' ? input.reason.trim() : null;
  return {
    at: now,
    by: { uid: actor.uid, name: actor.name, kind: actor.kind },
    done: fileActions[input.action].happening,
    aboutUid: id,
    aboutName: name,
    laureateId,
    expertId: null,
    missionId,
    reason,
  };
}

async function versionAt(firestore: Firestore, fileId: string): Promise<Version | null> {
  const snapshot = await firestore.doc(files.path(fileId)).get();
  const file = files.read(snapshot);
  return file && { snapshot, file };
}

/** Tickets are looked for by thirty files at most: nobody keeps more versions of one document. */
const MOST_VERSIONS = 30;

async function withFormer(firestore: Firestore, newest: Version): Promise<Version[]> {
  const versions = [newest];
  for (let current: Version | null = newest; current?.file.replacesId && versions.length < MOST_VERSIONS; ) {
    current = await versionAt(firestore, current.file.replacesId);
    if (current) versions.push(current);
  }
  return versions;
}
