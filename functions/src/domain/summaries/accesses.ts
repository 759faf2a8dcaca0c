import type { Grant } from '../missions/facts.ts';
import { grantEndsAt } from '../missions/facts.ts';
import { byId, type SummaryFacts } from './facts.ts';
import { boundsOf, nextPeriod } from './periods.ts';
import type { EndingAccess, OpenedAccess } from './summary.ts';

type AccessFacts = Pick<SummaryFacts, 'period' | 'laureates' | 'missions' | 'grants'>;

/** The dossiers that a declaration of no interest opened in the period: the declaration is what opens them, and its instant is kept. */
export function openedAccesses({ period, laureates, missions }: AccessFacts): OpenedAccess[] {
  const { startsAt, endsAt } = boundsOf(period);
  const known = byId(laureates);
  return missions
    .flatMap(({ expert }) =>
      expert.declarations
        .filter(({ at }) => startsAt <= at && at < endsAt)
        .map(({ at, name, laureateIds }) => ({
          at,
          person: `${name} (${expert.name})`,
          laureates: laureateIds.map((id) => known.get(id)?.name ?? id),
        })),
    )
    .toSorted((one, other) => one.at - other.at);
}

/** Accesses that ended in the period, and those that end in the next one while somebody can still extend them. One that staff cut has no date, and was told at once. */
export function endingAccesses({ period, laureates, missions, grants }: AccessFacts): EndingAccess[] {
  const { startsAt } = boundsOf(period);
  const { endsAt } = boundsOf(nextPeriod(period));
  const known = byId(laureates);
  const people = new Map(
    missions.flatMap(({ expert }) =>
      expert.declarations.map(({ uid, name }) => [uid, `${name} (${expert.name})`] as const),
    ),
  );
  return grants
    .map((grant: Grant) => ({ grant, at: grantEndsAt(grant) }))
    .filter(({ at }) => startsAt <= at && at < endsAt)
    .map(({ grant, at }) => ({
      ...{ at, person: people.get(grant.uid) ?? grant.uid },
      laureate: known.get(grant.laureateId)?.name ?? grant.laureateId,
    }))
    .toSorted((one, other) => one.at - other.at);
}
