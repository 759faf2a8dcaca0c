import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { closingRefusal } from '../../domain/subsidy/statement.ts';
import type { SubsidyView } from '../../domain/subsidy/views.ts';
import { readStatement } from '../laureates/statements.ts';
import { madeDocuments } from './made-documents.ts';

const MOST_DOCUMENTS = 20;
const noLaureate = refuse(
  'no-laureate',
  'Votre compte n’est rattaché à aucune structure lauréate. Appelez l’équipe France Tiers-Lieux.',
);

/** A laureate's subsidy as a statement, with those that were made as PDF: three queries, and a read a line and a person. */
export async function subsidyView(
  firestore: Firestore,
  actor: Actor,
  asked: { laureateId: string | null; now: number },
): Promise<SubsidyView | Refusal> {
  const own = actor.kind === 'laureate' ? actor.memberships[0]?.laureateId : undefined;
  const laureateId = asked.laureateId ?? own;
  if (laureateId === undefined) return noLaureate;
  const refusal = can(actor, { action: 'seeLaureate', laureateId });
  if (refusal) return refusal;
  const [found, documents] = await Promise.all([
    readStatement(firestore, { laureateId, kind: 'running', at: asked.now, until: null }),
    madeDocuments(firestore, actor, { laureateId, piece: 'statement', most: MOST_DOCUMENTS }),
  ]);
  if (found === null) return noLaureate;
  const { statement, laureate, settings, fault } = found;
  return {
    ledgerHolds: fault === null,
    statement,
    documents,
    closingRefusal: closingRefusal(laureate, settings.dates.lastSettlement, asked.now)?.message ?? null,
  };
}
