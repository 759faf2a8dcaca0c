import type { Firestore } from 'firebase-admin/firestore';
import type { MissionActionResult } from '../../../domain/api.ts';
import type { Pressed } from '../../../domain/missions/testing/presses.ts';
import type { Story } from '../../../domain/missions/testing/story.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { eventsOf, missionEvents } from '../../collections/missions.ts';
import { commitAction } from '../commit.ts';

/** One call of a burst. Each has an instant of its own, by which its event in the journal is known again. */
export interface InFlight extends Pressed {
  readonly now: number;
  readonly operationId: string;
}

export interface Answered {
  readonly call: InFlight;
  readonly answer: MissionActionResult | Refusal;
}

/** Does a call when its turn has come; at once, unless said otherwise. */
export type Waits = <Result>(laureateId: string | null, work: () => Promise<Result>) => Promise<Result>;
const atOnce: Waits = (_laureateId, work) => work();

/** Sends every call at once and waits for all the answers. Without `waits`, every one races with the others, as if each had an instance of its own. */
export function sendAll(
  firestore: Firestore,
  story: Story,
  calls: readonly InFlight[],
  waits: Waits = atOnce,
): Promise<Answered[]> {
  return Promise.all(
    calls.map(async (call) => {
      const { person, now, missionId, command, operationId } = call;
      const { laureateId, onBehalf, askedBy } = story.facts(person);
      const actor = person.actor(story.now - story.signedInAgo);
      const asked = { now, actor, missionId, laureateId, onBehalf, askedBy, settings: story.settings };
      const answer = await waits(laureateId, () => commitAction(firestore, asked, command, operationId));
      return { call, answer };
    }),
  );
}

/** The calls that were done, in the order in which the database committed them; each once, whatever was repeated. */
export async function committedOrder(
  firestore: Firestore,
  answers: readonly Answered[],
  story: Story,
): Promise<InFlight[]> {
  const touched = [...new Set(answers.map(({ call }) => call.missionId))];
  const byInstant = new Map(answers.map(({ call }) => [call.now, call]));
  const found = await Promise.all(
    touched.map(async (missionId) => {
      const known = story.about(missionId).events.length;
      const newer = await firestore.collection(eventsOf(missionId)).where('number', '>', known).get();
      return newer.docs.map((snapshot) => ({ at: snapshot.createTime, event: missionEvents.list([snapshot])[0] }));
    }),
  );
  return found
    .flat()
    .sort((a, b) => a.at.seconds - b.at.seconds || a.at.nanoseconds - b.at.nanoseconds)
    .map(({ event }) => {
      const call = byInstant.get(event?.at ?? 0);
      if (!call) throw new Error('the journal has an event that no call of this burst made');
      return call;
    });
}

export function refusalsOf(answers: readonly Answered[]): { readonly call: InFlight; readonly refusal: Refusal }[] {
  return answers.flatMap(({ call, answer }) => (isRefusal(answer) ? [{ call, refusal: answer }] : []));
}
