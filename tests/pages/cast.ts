import type { Firestore } from 'firebase-admin/firestore';
import { allStates } from '../../functions/src/domain/missions/states.ts';
import { ACCOUNTS, accounts } from '../../functions/src/store/collections/accounts.ts';
import { DIRECTORY } from '../../functions/src/store/collections/experts.ts';
import { MISSIONS, missions } from '../../functions/src/store/collections/missions.ts';
import { SUMMARIES } from '../../functions/src/store/collections/summaries.ts';
import { overseers } from '../../tools/seed/world.ts';
import type { Cast, CastMission, Somebody } from './states.ts';

type Account = NonNullable<ReturnType<typeof accounts.read>>;
type Mission = NonNullable<ReturnType<typeof missions.read>>;

/** Finds in a demonstration everybody whose pages are looked at. @throws Error when it lacks somebody: then some state would not be looked at. */
export async function castOf(firestore: Firestore): Promise<Cast> {
  const [people, all, cards, periods] = await Promise.all([
    firestore.collection(ACCOUNTS).get(),
    firestore.collection(MISSIONS).get(),
    firestore.collection(DIRECTORY).get(),
    firestore.collection(SUMMARIES).get(),
  ]);
  const everyone = accounts.list(people.docs).filter(({ active }) => active);
  const found = ofTheBusiestFirst(missions.list(all.docs));
  const cast = (mission: Mission): CastMission => ({
    id: mission.id,
    laureate: personOf(`signatory of ${mission.id}`, everyone, isSignatoryOf(mission.laureateIds[0] ?? '')),
    expert: personOf(`expert of ${mission.id}`, everyone, ({ expertId }) => expertId === mission.expert.expertId),
  });
  const byState = new Map(
    allStates.map((state) => [
      state,
      cast(
        needed(
          `mission in the state ${state}`,
          found.find((one) => one.state === state),
        ),
      ),
    ]),
  );
  const busyLaureates = new Set(found.flatMap(({ laureateIds }) => laureateIds));
  const busyExperts = new Set(found.map(({ expert }) => expert.expertId));
  const isNewLaureate = ({ memberships }: Account) =>
    memberships.some(({ role, laureateId }) => role === 'signatory' && !busyLaureates.has(laureateId));
  return {
    ...{
      staff: overseers.staff,
      observer: overseers.observer,
      missionIn: (state) => needed(`mission in the state ${state}`, byState.get(state)),
    },
    amending: cast(
      needed(
        'amendment to answer',
        found.find(({ openAmendment }) => openAmendment !== null),
      ),
    ),
    corrected: cast(
      needed(
        'corrected version to decide on',
        found.find(({ state, versions }) => state === 'awaiting_validation' && versions > 1),
      ),
    ),
    newLaureate: personOf('laureate without a mission', everyone, isNewLaureate),
    newExpert: personOf(
      'expert without a mission',
      everyone,
      ({ expertId }) => expertId !== null && !busyExperts.has(expertId),
    ),
    laureateId: needed('laureate', found.find(({ state }) => state === 'closed')?.laureateIds[0]),
    period: needed('summary', periods.docs[0]?.id),
    expertId: needed('card in the directory', cards.docs[0]?.id),
  };
}

/** Each reader loads everything anew: the fewer people play all of the states, the sooner all of them are looked at. */
function ofTheBusiestFirst(found: readonly Mission[]): readonly Mission[] {
  const times = new Map<string, number>();
  const playersOf = ({ expert, laureateIds }: Mission) => [expert.expertId, laureateIds[0] ?? ''];
  for (const player of found.flatMap(playersOf)) times.set(player, (times.get(player) ?? 0) + 1);
  const busyness = (one: Mission) => playersOf(one).reduce((sum, player) => sum + (times.get(player) ?? 0), 0);
  return found.toSorted((one, other) => busyness(other) - busyness(one));
}

const isSignatoryOf =
  (laureate: string) =>
  ({ memberships }: Account) =>
    memberships.some(({ laureateId, role }) => laureateId === laureate && role === 'signatory');

function personOf(what: string, everyone: readonly Account[], is: (account: Account) => boolean): Somebody {
  const { uid, name } = needed(what, everyone.find(is));
  return { uid, name };
}

function needed<Value>(what: string, value: Value | undefined): Value {
  if (value === undefined) throw new Error(`The demonstration has no ${what}.`);
  return value;
}
