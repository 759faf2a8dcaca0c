import type { Firestore } from 'firebase-admin/firestore';
import { roleIn, type SignedInActor } from '../../domain/actor.ts';
import { type Facts, missionOf } from '../../domain/missions/facts.ts';
import { activeParticipants, type JournalEntry } from '../../domain/missions/mission.ts';
import { toldTo, type VersionChanges, versionBefore, versionChanges } from '../../domain/missions/version-changes.ts';
import type { SubmittedAmounts } from '../../domain/subsidy/share.ts';
import { get } from '../collection.ts';
import { answeredForm } from '../collections/forms.ts';
import { submissions } from '../collections/submissions.ts';

interface Comparing {
  readonly facts: Facts;
  readonly laureateId: string | null;
  readonly events: readonly JournalEntry[];
}

/** What changed since the version that this laureate knows, while it is to decide on the next. 1 read, and none for a first version. */
export async function versionChangesFor(
  firestore: Firestore,
  actor: SignedInActor,
  { facts, laureateId, events }: Comparing,
): Promise<VersionChanges | null> {
  const mission = missionOf(facts);
  const { submitted } = facts;
  if (laureateId === null || roleIn(actor, laureateId) === null) return null;
  if (mission.state !== 'awaiting_validation' || submitted === null) return null;
  // One that left read what it read; what came since is not for it.
  if (!activeParticipants(mission).some((one) => one.laureateId === laureateId)) return null;
  const since = versionBefore(submitted.version, events);
  const before = since === null ? null : await get(firestore, submissions, mission.id, String(since));
  if (before === null) return null;
  const [was, is] = await Promise.all([before, submitted].map((one) => told(firestore, laureateId, one)));
  return was && is ? versionChanges(was, is) : null;
}

async function told(firestore: Firestore, laureateId: string, submitted: SubmittedAmounts) {
  const { diagnostic } = submitted.submission;
  const form = diagnostic.kind === 'form' ? await answeredForm(firestore, 'diagnostic', diagnostic.formVersion) : null;
  return toldTo(laureateId, submitted, form);
}
