import type { ApiContract } from '../../functions/src/domain/api.ts';
import { isRefusal, type Refusal } from '../../functions/src/domain/refusal.ts';
import { call } from '../../tests/calls.ts';

/** What a page takes for « nobody knows whether it was done »: it asks again, under the same id. */
const unknownOutcomes: ReadonlySet<string> = new Set(['INTERNAL', 'UNAVAILABLE', 'UNKNOWN', 'busy']);
/** A process that was killed while it started answers nothing, ever. */
const LONGEST_WAIT_MS = 20_000;
const PAUSE_MS = 250;
const MOST_CALLS = 80;

export type MissionAction = ApiContract['missionAction'];

/** How often calls came to nothing, and were made again. */
export interface Tally {
  calls: number;
  again: number;
  answered: number;
}

/** Calls until an answer comes, as somebody on a train does. @throws Error when none ever does, or when the answer is a refusal. */
export async function insist(
  input: MissionAction['input'],
  token: string,
  tally: Tally,
): Promise<MissionAction['output']> {
  for (let made = 0; made < MOST_CALLS; made += 1) {
    tally.calls += 1;
    const answer = await once(input, token);
    if (answer !== 'nothing' && !isRefusal(answer)) {
      tally.answered += 1;
      return answer;
    }
    if (answer !== 'nothing' && !unknownOutcomes.has(answer.code))
      throw new Error(`${input.action} was refused: ${answer.code} (${answer.message})`);
    tally.again += 1;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`${input.action} was never answered`);
}

async function once(
  input: MissionAction['input'],
  token: string,
): Promise<MissionAction['output'] | Refusal | 'nothing'> {
  const { promise: late, resolve } = Promise.withResolvers<'nothing'>();
  const timer = setTimeout(() => resolve('nothing'), LONGEST_WAIT_MS);
  try {
    // A connection that is cut, or what the emulator says of a process that is gone, which is no JSON.
    return await Promise.race([call('missionAction', input, token).catch(() => 'nothing' as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
