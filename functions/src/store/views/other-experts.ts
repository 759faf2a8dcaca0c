import type { Firestore } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../domain/actor.ts';
import { type Facts, grantEndsAt } from '../../domain/missions/facts.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import type { OtherExpert } from '../../domain/missions/views.ts';
import { get } from '../collection.ts';
import { experts } from '../collections/experts.ts';
import { grants, grantsOf } from '../collections/grants.ts';
import { missions } from '../collections/missions.ts';

/**
 * « Se mettre en lien avec les autres experts que celle-ci aura sollicités »: who else reads the dossiers that are open to this expert, on which
 * sub-themes, and of the contact what they publish. Among experts whose access is open alone. A query a laureate, 2 reads an expert found.
 */
export async function otherExperts(
  firestore: Firestore,
  actor: SignedInActor,
  { facts, mission }: { readonly facts: Facts; readonly mission: Mission },
): Promise<OtherExpert[]> {
  if (actor.kind !== 'expert') return [];
  const { now } = facts;
  const open = facts.grants.filter((grant) => grant.uid === actor.uid && now < grantEndsAt(grant));
  const lists = await Promise.all(
    open.map(async ({ laureateId }) => {
      const laureateName = mission.participants[laureateId]?.name ?? laureateId;
      const missionsOf = await liveMissions(firestore, laureateId, now);
      missionsOf.delete(actor.expertId);
      return Promise.all(
        [...missionsOf].map(([expertId, ids]) => described(firestore, expertId, { ids: [...ids], laureateName })),
      );
    }),
  );
  return lists.flat().flatMap((expert) => expert ?? []);
}

/** Of each expert that reads this laureate's dossier: the missions that keep it open. */
async function liveMissions(firestore: Firestore, laureateId: string, now: number): Promise<Map<string, Set<string>>> {
  const found = await firestore.collection(grantsOf(laureateId)).where('untilMs', '>', now).get();
  const byExpert = new Map<string, Set<string>>();
  for (const grant of grants.list(found.docs)) {
    if (!grant.active) continue;
    const known = byExpert.get(grant.expertId) ?? new Set();
    for (const [missionId, until] of Object.entries(grant.missions)) if (now < until) known.add(missionId);
    byExpert.set(grant.expertId, known);
  }
  return byExpert;
}

async function described(
  firestore: Firestore,
  expertId: string,
  { ids, laureateName }: { readonly ids: readonly string[]; readonly laureateName: string },
): Promise<OtherExpert | null> {
  const [expert, ...read] = await Promise.all([
    get(firestore, experts, expertId),
    ...ids.map((missionId) => get(firestore, missions, missionId)),
  ]);
  if (expert === null) return null;
  return {
    laureateName,
    company: expert.company,
    subthemes: [...new Set(read.flatMap((mission) => mission?.subthemes ?? []))],
    email: expert.publishes.email ? expert.contact.email : null,
    phone: expert.publishes.phone ? expert.contact.phone : null,
  };
}
