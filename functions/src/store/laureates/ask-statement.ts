import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import type { ApiContract } from '../../domain/api.ts';
import { HOUR } from '../../domain/calendar.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { closingRefusal } from '../../domain/subsidy/statement.ts';
import { get } from '../collection.ts';
import { type DocumentRequest, documentRequests, type LaureateDocument } from '../collections/document-requests.ts';
import { laureates } from '../collections/laureates.ts';
import { ledgerHeads } from '../collections/ledger.ts';
import { settingsInForce } from '../collections/settings.ts';
import { sha256 } from '../hash.ts';
import { optimistically } from '../optimistic.ts';
import { withinLimit } from '../rate-limits.ts';

const unknown = refuse('laureate-unknown', 'Cette structure n’est pas enregistrée. Rechargez la page.');
const reused = refuse(
  'operation-reused',
  'Cette demande a déjà servi à autre chose. Rien n’a été changé : rechargez la page et recommencez.',
);
const tooMany = refuse(
  'too-many-statements',
  'Vous avez demandé beaucoup de relevés en une heure. Ceux qui sont faits restent sur cette page : reprenez dans une heure.',
);
const busy = refuse('busy', 'Le relevé n’est pas demandé : réessayez dans quelques secondes.');

interface Asked {
  readonly actor: SignedInActor;
  readonly input: ApiContract['makeStatement']['input'];
  readonly now: number;
}

/**
 * Asks for a statement as PDF; the trigger makes it within seconds. The file is named by the operation, so that a repeated call asks for nothing
 * new. 5 reads, 2 writes.
 */
export async function askStatement(
  firestore: Firestore,
  { actor, input, now }: Asked,
): Promise<ApiContract['makeStatement']['output'] | Refusal> {
  const { laureateId, kind, operationId } = input;
  const refusal = can(actor, { action: 'seeLaureate', laureateId });
  if (refusal) return refusal;
  const fileId = `statement-${sha256(`${actor.uid}_${operationId}`).slice(0, 20)}`;
  const limit = { name: 'statement', most: 20, windowMs: HOUR };
  if (!(await withinLimit(firestore, limit, actor.uid, now))) return tooMany;
  const [laureate, settings, head] = await Promise.all([
    get(firestore, laureates, laureateId),
    settingsInForce(firestore),
    get(firestore, ledgerHeads, laureateId),
  ]);
  if (laureate === null) return unknown;
  const early = kind === 'closing' ? closingRefusal(laureate, settings.dates.lastSettlement, now) : null;
  if (early) return early;
  const document = { kind: 'statement', statement: kind, until: head?.sequence ?? 0 } as const;
  const request: LaureateDocument = { fileId, laureateId, at: now, ownerUid: actor.uid, state: 'pending', document };
  const done = await optimistically<{ fileId: string } | Refusal>(firestore, async (batch) => {
    const earlier = await get(firestore, documentRequests, fileId);
    if (earlier) return { answer: isSame(earlier, request) ? { fileId } : reused, batch: null };
    batch.create(firestore.doc(documentRequests.path(fileId)), documentRequests.write(request));
    return { answer: { fileId }, batch };
  });
  return done === null ? busy : done.answer;
}

function isSame(earlier: DocumentRequest, { laureateId, document }: LaureateDocument): boolean {
  if (!('laureateId' in earlier) || earlier.document.kind !== 'statement' || document.kind !== 'statement')
    return false;
  return earlier.laureateId === laureateId && earlier.document.statement === document.statement;
}
