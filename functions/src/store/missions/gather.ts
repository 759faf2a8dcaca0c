import type { Firestore, Timestamp } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../domain/actor.ts';
import type { Command } from '../../domain/missions/actions.ts';
import type { AskedBy } from '../../domain/missions/behalf.ts';
import type { Facts } from '../../domain/missions/facts.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { transitionOf } from '../../domain/missions/transitions.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { LedgerHead } from '../collections/ledger.ts';
import { missions } from '../collections/missions.ts';
import type { Caller } from '../sign-in/sign-in.ts';
import { Snapshot } from '../snapshot.ts';
import { readMissionFacts } from './mission-facts.ts';
import { readExpert, readLaureates } from './party-facts.ts';

export interface Asked {
  readonly now: number;
  readonly actor: SignedInActor;
  readonly missionId: string;
  readonly laureateId: string | null;
  readonly onBehalf: boolean;
  readonly askedBy?: AskedBy | null | undefined;
  readonly settings: ProgrammeSettings;
  /** Where the call came from; none of the ones that no call makes. */
  readonly from?: Caller | undefined;
}

/** The facts of a decision, and the state of each document it rests on: what the commit's preconditions compare. */
export interface Gathered {
  readonly facts: Facts;
  readonly heads: ReadonlyMap<string, LedgerHead | null>;
  readonly updated: ReadonlyMap<string, Timestamp | null>;
}

/** Whose ledger to read: everyone's, the one that decides, or nobody's. Each entry costs a read, so the table's guards say which. */
export type LedgerScope = 'all' | 'own' | 'none';

/** Whose ledgers an action rests on, by the guards of its row. */
export function ledgerScope(action: Command['action']): LedgerScope {
  const { guards } = transitionOf(action);
  if (guards.includes('ledgersHold')) return 'all';
  return guards.includes('ledgerHolds') ? 'own' : 'none';
}

/**
 * Reads everything one decision needs in one snapshot. Reads: the mission, its laureates, expert, shares, named files and grants, one each, plus
 * the entries of the ledgers in `scope` and, for an act that makes a proof, what it quotes.
 */
export function gather(
  firestore: Firestore,
  asked: Asked,
  command: Command | null,
  scope: LedgerScope,
): Promise<Gathered> {
  return Snapshot.read(firestore, async (snapshot) => {
    const mission = await missionIn(snapshot, asked, command);
    const ids = involvedLaureates(asked, command, mission);
    const expertId =
      command && 'expertId' in command.input ? command.input.expertId : (mission?.expert.expertId ?? null);
    // Begun together, so that their documents go in one request.
    const [accounts, expert, aboutMission] = await Promise.all([
      readLaureates(snapshot, { ids, now: asked.now, reads: (id) => isRead(scope, id === asked.laureateId) }),
      readExpert(snapshot, expertId),
      readMissionFacts(snapshot, { actor: asked.actor, command, mission }),
    ]);
    const { laureates, heads } = accounts;
    return { facts: { ...asked, mission, laureates, expert, ...aboutMission }, heads, updated: snapshot.updated };
  });
}

function isRead(scope: LedgerScope, own: boolean): boolean {
  return scope === 'all' || (scope === 'own' && own);
}

async function missionIn(snapshot: Snapshot, asked: Asked, command: Command | null): Promise<Mission | null> {
  if (command?.action === 'request') return null;
  const [found] = await snapshot.documents([missions.path(asked.missionId)]);
  return found ? missions.read(found) : null;
}

function involvedLaureates(asked: Asked, command: Command | null, mission: Mission | null): string[] {
  const proposed = command?.action === 'request' ? command.input.shareWith : sharesTakenOver(command);
  const own = asked.laureateId === null ? [] : [asked.laureateId];
  return [...new Set([...own, ...(mission?.laureateIds ?? []), ...proposed])];
}

function sharesTakenOver(command: Command | null): string[] {
  return command?.action === 'takeOver' ? Object.keys(command.input.shares) : [];
}
