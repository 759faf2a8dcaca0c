import type { Firestore } from 'firebase-admin/firestore';
import { addDays, DAY, type Day, dayOf, type Instant } from '../../functions/src/domain/calendar.ts';
import { WHILE_LIVE } from '../../functions/src/domain/missions/facts.ts';
import type { Mission } from '../../functions/src/domain/missions/mission.ts';
import { isLive } from '../../functions/src/domain/missions/states.ts';
import { dueDay } from '../../functions/src/domain/missions/timers.ts';
import { transitionOf } from '../../functions/src/domain/missions/transitions.ts';
import type { ProgrammeSettings } from '../../functions/src/domain/programme/settings.ts';
import { attestationOf, proofKindRows } from '../../functions/src/domain/proofs/export.ts';
import { taskId } from '../../functions/src/domain/staff/tasks.ts';
import { balanceOf } from '../../functions/src/domain/subsidy/ledger.ts';
import type { Bucket } from '../../functions/src/store/bucket.ts';
import { sha256 } from '../../functions/src/store/hash.ts';
import { chainFault } from '../../functions/src/store/laureates/ledger-chain.ts';
import { reconcileLaureate } from '../../functions/src/store/laureates/reconciling.ts';
import { proofChainFault } from '../../functions/src/store/proofs/chain.ts';
import { inParallel } from '../seed/world.ts';
import type { Account, Truth } from './truth.ts';

/** What is checked: a programme as it is stored, and the rules and the day it is at. */
export interface Checked {
  readonly firestore: Firestore;
  readonly bucket: Bucket;
  readonly truth: Truth;
  readonly settings: ProgrammeSettings;
  readonly now: Instant;
}

/** Answers each counter-example, in words that find it; none when the invariant holds. */
export type Check<Given> = (given: Given) => readonly string[] | Promise<readonly string[]>;

const ofEach = <Item>(items: readonly Item[], broken: (item: Item) => string | null): string[] =>
  items.flatMap((item) => broken(item) ?? []);

/** What must hold of a programme at any moment at which its sweeps have passed, whatever happened to it. */
export const programmeInvariants = {
  'the lines of each ledger sum up to its head and to the balance that is shown': ({ truth }) =>
    ofEach(truth.accounts, ({ laureate, lines, head }) => {
      const summed = JSON.stringify(inOneOrder(balanceOf(lines.map(({ entry }) => entry))));
      const shown = [head?.balance ?? balanceOf([]), laureate.balance].map((one) => JSON.stringify(inOneOrder(one)));
      return shown.every((one) => one === summed) ? null : `${laureate.id}: ${summed} ≠ ${shown.join(', ')}`;
    }),
  'no subsidy is overspent, at any of its lines': ({ truth }) => truth.accounts.flatMap(overspent),
  'each chain of lines holds': ({ truth }) =>
    ofEach(truth.accounts, ({ laureate, lines, head }) => {
      const fault = chainFault(lines, head);
      return fault && `${laureate.id}: ${JSON.stringify(fault)}`;
    }),
  'each chain of proofs holds': ({ truth }) =>
    ofEach(truth.accounts, ({ laureate, proofs, head }) => {
      const fault = proofChainFault(proofs, head?.proofs);
      return fault && `${laureate.id}: ${JSON.stringify(fault)}`;
    }),
  'the nightly check of subsidies finds nothing': async ({ firestore, truth, now }) => {
    const found = await inParallel(truth.accounts, 4, ({ laureate }) =>
      reconcileLaureate(firestore, { laureateId: laureate.id, byName: 'simulation', now }),
    );
    return found.flatMap((one) => (one?.state === 'holds' ? [] : [JSON.stringify(one)]));
  },
  'no line is written twice': ({ truth }) => {
    const named = truth.accounts.flatMap(({ laureate, lines }) =>
      lines.map(({ entry }) => `${laureate.id} ${entry.id}`),
    );
    return named.filter((name, place) => named.indexOf(name) !== place);
  },
  'each version that was validated has one proof, and its attestation as a PDF': ({ truth }) =>
    truth.missions.flatMap((mission) => validationFaults(truth, mission)),
  'each PDF that was asked for is made': ({ truth }) =>
    ofEach(truth.requests, ({ fileId, state }) => {
      if (state === 'superseded') return null;
      return state === 'made' && truth.files.has(fileId) ? null : `${fileId}: ${state}`;
    }),
  'each file is in Storage as its document says': async ({ bucket, truth }) => {
    const checked = await inParallel([...truth.files.values()], 6, async (file) => {
      const [bytes] = await bucket.file(file.path).download();
      return sha256(bytes) === file.sha256 ? [] : [`${file.id} (${file.piece})`];
    });
    return checked.flat();
  },
  'each mission came to its state by rows of the table': ({ truth }) =>
    truth.missions.flatMap((mission) => journeyFaults(mission, truth)),
  'no live mission waits without a day or a task': ({ truth, settings, now }) =>
    ofEach(truth.missions, (mission) => waitFault(mission, { truth, settings, today: dayOf(now) })),
  'no grant outlives its missions': ({ truth, settings }) =>
    truth.grants.flatMap((grant) => {
      const missions = new Map(truth.missions.map((mission) => [mission.id, mission]));
      return Object.entries(grant.missions).flatMap(([missionId, until]) => {
        const mission = missions.get(missionId);
        const name = `${grant.laureateId}, ${grant.uid}, ${missionId}`;
        if (mission === undefined) return [`${name}: no such mission`];
        if (isLive(mission.state)) return [];
        const latest = mission.since + (settings.dossierClosesAfterDays + 1) * DAY;
        return until === WHILE_LIVE || until > latest ? [`${name}: until ${until}, ended at ${mission.since}`] : [];
      });
    }),
} as const satisfies Record<string, Check<Checked>>;

function inOneOrder(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => one.localeCompare(other)));
}

function overspent({ laureate, lines }: Account): string[] {
  const entries = lines.map(({ entry }) => entry);
  return entries.flatMap((entry, place) => {
    const { awardedCents, committedCents, settledCents } = balanceOf(entries.slice(0, place + 1));
    const spent = committedCents + settledCents;
    return spent < 0 || spent > awardedCents ? [`${laureate.id}, ${entry.id}: ${spent} of ${awardedCents}`] : [];
  });
}

function validationFaults({ events, accounts, files }: Truth, { id }: Mission): string[] {
  const decided = (events.get(id) ?? []).filter(({ action }) => action === 'validate');
  return decided.flatMap(({ laureateId, version, number }) => {
    const name = `${id}, event ${number}`;
    const account = accounts.find(({ laureate }) => laureate.id === laureateId);
    const proofs = (account?.proofs ?? []).filter(
      ({ kind, missionId, version: of }) => kind === 'validation' && missionId === id && of === version,
    );
    const [proof] = proofs;
    if (proof === undefined || proofs.length > 1) return [`${name}: ${proofs.length} proofs`];
    return !proofKindRows[proof.kind].attested || files.has(attestationOf(proof.id)) ? [] : [`${name}: no attestation`];
  });
}

/** Its journal, walked again: each line begins where the one before ended, as the row of its action allows. */
function journeyFaults(mission: Mission, { events }: Truth): string[] {
  const journal = events.get(mission.id) ?? [];
  const faults = journal.flatMap(({ number, action, from, to }, place) => {
    const before = journal[place - 1]?.to ?? null;
    // No laureate is merged into another one here.
    if (action === 'carriedOver') return [`${mission.id}, event ${number}: carried over`];
    const row: { readonly from: readonly string[] } = transitionOf(action);
    const follows = number === place + 1 && from === before && row.from.includes(before ?? 'start');
    return follows ? [] : [`${mission.id}, event ${number}: ${action} from ${from} to ${to} after ${before}`];
  });
  const last = journal.at(-1)?.to;
  return last === mission.state
    ? faults
    : [...faults, `${mission.id}: ${mission.state}, and its journal ends in ${last}`];
}

/** Two nights may have died: what is due longer ago was missed. */
const MOST_LATE_DAYS = 6;

function waitFault(
  mission: Mission,
  { truth, settings, today }: { readonly truth: Truth; readonly settings: ProgrammeSettings; readonly today: Day },
): string | null {
  if (!isLive(mission.state))
    return mission.dueOn === null ? null : `${mission.id}: ended, and due on ${mission.dueOn}`;
  const has = (kind: 'missionOnHold' | 'deadlinePassed') =>
    truth.tasks.some(({ id, closedAt }) => id === taskId(kind, mission.id) && closedAt === null);
  if (mission.state === 'on_hold') return has('missionOnHold') ? null : `${mission.id}: on hold without a task`;
  const due = dueDay(mission, settings);
  if (mission.dueOn !== due) return `${mission.id}: due on ${mission.dueOn} instead of ${due}`;
  if (due === null) return has('deadlinePassed') ? null : `${mission.id}: neither a day nor a task`;
  return due >= addDays(today, -MOST_LATE_DAYS) ? null : `${mission.id}: was due on ${due}`;
}
