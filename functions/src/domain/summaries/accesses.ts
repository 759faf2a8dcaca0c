import type { Grant } from '../missions/facts.ts';
import { grantEndsAt } from '../missions/facts.ts';
import { byId, type SummaryFacts } from './facts.ts';
import { boundsOf, nextPeriod } from './periods.ts';
import type { EndingAccess, OpenedAccess } from './summary.ts';

type AccessFacts = Pick<SummaryFacts, 'period' | 'laureates' | 'missions' | 'grants' | 'cuts'>;

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

/** Said of a person who was switched off. */
const EVERY_DOSSIER = 'Tous ses dossiers';

/** Accesses that ended or were cut in the period, and those that end in the next one while somebody can still extend them. */
export function endingAccesses(facts: AccessFacts): EndingAccess[] {
  const names = namesOf(facts);
  return [...ended(facts, names), ...cut(facts, names)].toSorted((one, other) => one.at - other.at);
}

interface Names {
  /** « Hugo Lemaire (Atelier des Trois Rives) », of those who have declared no interest in a mission. */
  readonly person: (uid: string) => string | undefined;
  readonly laureate: (laureateId: string) => string;
}

function namesOf({ laureates, missions }: AccessFacts): Names {
  const known = byId(laureates);
  const people = new Map(
    missions.flatMap(({ expert }) =>
      expert.declarations.map(({ uid, name }) => [uid, `${name} (${expert.name})`] as const),
    ),
  );
  return { person: (uid) => people.get(uid), laureate: (id) => known.get(id)?.name ?? id };
}

function ended({ period, grants }: AccessFacts, names: Names): EndingAccess[] {
  const { startsAt } = boundsOf(period);
  const { endsAt } = boundsOf(nextPeriod(period));
  return grants
    .map((grant: Grant) => ({ grant, at: grantEndsAt(grant) }))
    .filter(({ at }) => startsAt <= at && at < endsAt)
    .map(({ grant, at }) => ({
      ...{ at, person: names.person(grant.uid) ?? grant.uid, cut: false },
      laureate: names.laureate(grant.laureateId),
    }));
}

/** Whoever is switched off without ever having declared anything had no dossier to lose. */
function cut({ period, cuts }: AccessFacts, names: Names): EndingAccess[] {
  const { startsAt, endsAt } = boundsOf(period);
  return cuts
    .filter(({ at }) => startsAt <= at && at < endsAt)
    .flatMap(({ at, aboutUid, aboutName, laureateId }) => {
      const person = names.person(aboutUid);
      if (laureateId !== null)
        return [{ at, person: person ?? aboutName, laureate: names.laureate(laureateId), cut: true }];
      return person === undefined ? [] : [{ at, person, laureate: EVERY_DOSSIER, cut: true }];
    });
}
