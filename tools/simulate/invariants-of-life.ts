import { DAY, dayOf } from '../../functions/src/domain/calendar.ts';
import { figuresOf } from '../../functions/src/domain/figures/figures.ts';
import type { ActionName } from '../../functions/src/domain/missions/actions.ts';
import { departures, type Mission } from '../../functions/src/domain/missions/mission.ts';
import { sum } from '../../functions/src/domain/money.ts';
import type { MailName } from '../../functions/src/domain/notifications/mails.ts';
import { isRefusal } from '../../functions/src/domain/refusal.ts';
import { messageIdFor } from '../../functions/src/mail/transport.ts';
import { get } from '../../functions/src/store/collection.ts';
import { uploads } from '../../functions/src/store/collections/files.ts';
import { makeFigures } from '../../functions/src/store/figures/making.ts';
import { readFiguresFacts } from '../../functions/src/store/figures/reading.ts';
import { openFile } from '../../functions/src/store/files/file-access.ts';
import { canonicalJson } from '../../functions/src/store/hash.ts';
import { type List, readList } from '../../functions/src/store/lists/list.ts';
import { expertList, laureateList, missionList } from '../../functions/src/store/lists/lists.ts';
import { at, idOf } from '../seed/random.ts';
import { expertAt, inParallel, signatoryAt } from '../seed/world.ts';
import type { Check, Checked } from './invariants.ts';
import type { Life } from './life.ts';
import { readAs } from './verdicts.ts';

/** What is checked of a life: how it went, where it left the programme, and what it wrote in the logs meanwhile. */
export interface Lived extends Checked {
  readonly life: Life;
  readonly logged: readonly string[];
  readonly projectId: string;
}

/** Each mail that left by itself, with what arrived of it. */
function arrivals({ life }: Lived) {
  const received = Map.groupBy(life.received, ({ messageId }) => messageId);
  return life.queued.map((item) => {
    const messageId = messageIdFor(item.id, life.post.smtp);
    return { item, messageId, arrived: received.get(messageId) ?? [] };
  });
}

/** How many people of each kind are taken, and what each of them asks for. */
const READERS = 25;

export const lifeInvariants = {
  'a call that comes again is given its first answer, and does nothing more': ({ life }) => life.contradictions,
  'no mail is lost: each left, was gathered in one that left, or had lost its object': (lived) => {
    const left = new Set(arrivals(lived).flatMap(({ item, arrived }) => (arrived.length > 0 ? [item.id] : [])));
    return lived.life.queued.flatMap(({ id, state, into, problem, createdAt }) => {
      if (state === 'sent') return left.has(id) ? [] : [`${id}: sent, and nobody had it`];
      if (state === 'gathered')
        return into !== null && left.has(into) ? [] : [`${id}: gathered in ${into}, which did not leave`];
      // What was held since the last Monday waits for the next one.
      if (state === 'held') return lived.now - createdAt < 9 * DAY ? [] : [`${id}: held since ${dayOf(createdAt)}`];
      return state === 'superseded' && problem !== null ? [] : [`${id}: ${state}, ${problem}`];
    });
  },
  'no mail comes twice but where its server or its sender failed once it was taken': (lived) => {
    const queued = new Set(arrivals(lived).map(({ messageId }) => messageId));
    const strangers = lived.life.received.filter(({ messageId }) => !queued.has(messageId));
    const twice = arrivals(lived).filter(
      ({ messageId, arrived }) => arrived.length > 1 && !lived.life.mayRepeat.has(messageId),
    );
    return [
      ...twice.map(({ item, arrived }) => `${item.id}: ${arrived.length} times`),
      ...strangers.map(({ messageId }) => `${messageId}: of no mail`),
    ];
  },
  'France Tiers-Lieux hears of each diagnostic and of each report': (lived) => [
    ...untold(lived, 'submitDiagnostic', 'diagnosticSubmittedStaff'),
    ...untold(lived, 'submitReport', 'reportSubmittedStaff'),
  ],
  'no hostile file is kept, and each was refused': async ({ firestore, truth, life }) => {
    const found = await inParallel(life.hostile, 6, async (id) => {
      const upload = await get(firestore, uploads, id);
      return upload?.state === 'rejected' && !truth.files.has(id) ? [] : [`${id}: ${upload?.state}`];
    });
    return found.flat();
  },
  'a dossier opens to whoever has a living grant on it, and to no other expert': async (lived) => {
    const { firestore, life, truth, now } = lived;
    const living = new Map(
      truth.grants.map(({ laureateId, uid, active, missions }) => [
        `${laureateId} ${uid}`,
        active && Object.values(missions).some((until) => until > now),
      ]),
    );
    const pairs = sampled(lived, 'dossiers');
    const found = await inParallel(pairs, 4, async ({ laureate, expert }, place) => {
      const asked = { actor: expertAt(expert, now), as: 'file', scannerConfigured: false, now } as const;
      const fileId = idOf(laureate.id, 'application');
      const accessId = idOf('access', place, life.figures.seed);
      const answer = await openFile(firestore, { ...asked, fileId, accessId });
      const may = living.get(`${laureate.id} ${expert.uid}`) ?? false;
      return isRefusal(answer) !== may ? [] : [`${laureate.id}, ${expert.uid}: ${may ? 'refused' : 'opened'}`];
    });
    return found.flat();
  },
  'the rules of Firestore show a mission and an account to its own people, and to nobody else': async (lived) => {
    const { truth, now, projectId } = lived;
    const found = await inParallel(sampled(lived, 'rules'), 4, async ({ laureate, expert, mission }) => {
      const signatory = signatoryAt(laureate, now);
      const [first] = mission.laureateIds;
      const asks = [
        { uid: expert.uid, path: `missions/${mission.id}`, may: mission.expert.expertId === expert.id },
        { uid: signatory.uid, path: `missions/${mission.id}`, may: takesPart(mission, laureate.id) },
        { uid: expert.uid, path: `laureates/${laureate.id}`, may: false },
        { uid: signatory.uid, path: `laureates/${first}`, may: first === laureate.id },
        { uid: signatory.uid, path: `laureates/${laureate.id}`, may: true },
      ];
      const verdicts = await Promise.all(asks.map(({ uid, path }) => readAs(projectId, uid, path)));
      return asks.flatMap(({ uid, path, may }, place) =>
        verdicts[place] === may ? [] : [`${path} as ${uid}: ${may ? 'refused' : 'shown'}`],
      );
    });
    return truth.missions.length === 0 ? ['there is no mission'] : found.flat();
  },
  'the lists of the team are those that its documents give': async ({ firestore }) => [
    ...(await listFaults(firestore, missionList)),
    ...(await listFaults(firestore, laureateList)),
    ...(await listFaults(firestore, expertList)),
  ],
  'the figures are those of the ledgers and of the missions': async ({ firestore, truth, now }) => {
    const kept = await makeFigures(firestore, now);
    const again = figuresOf(await readFiguresFacts(firestore, now));
    const faults = JSON.stringify(kept) === JSON.stringify(again) ? [] : ['two readings differ'];
    const total = (key: 'remainingCents' | 'committedCents' | 'settledCents') =>
      sum(truth.accounts.map(({ head }) => head?.balance[key] ?? 0));
    for (const key of ['remainingCents', 'committedCents', 'settledCents'] as const) {
      const shown = kept.money.total.after[key];
      if (shown !== total(key)) faults.push(`${key}: ${shown} ≠ ${total(key)}`);
    }
    for (const { state, missions } of kept.states) {
      const counted = truth.missions.filter((mission) => mission.state === state).length;
      if (counted !== missions) faults.push(`${state}: ${missions} ≠ ${counted}`);
    }
    return faults;
  },
  'the logs hold no name and no address': ({ life, logged }) => {
    const people = [
      ...life.world.laureates.flatMap(({ signatory, contributor }) => [
        signatory,
        ...(contributor ? [contributor] : []),
      ]),
      ...life.world.experts.map(({ person }) => person),
    ];
    const words = people.flatMap(({ name, email }) => [name, email]);
    return logged.filter((line) => words.some((word) => line.includes(word)));
  },
} as const satisfies Record<string, Check<Lived>>;

function untold(lived: Lived, action: ActionName, mail: MailName): string[] {
  const { email } = lived.life.world.programme.settings.contact;
  const told = arrivals(lived).filter(
    ({ item, arrived }) => item.mail === mail && item.to.email === email && arrived.length > 0,
  );
  const toldOf = new Map(told.map(({ item }) => [`${item.mission?.id} ${item.mission?.event}`, item]));
  return [...lived.truth.events].flatMap(([missionId, events]) =>
    events
      .filter((event) => event.action === action)
      .flatMap(({ number }) => (toldOf.has(`${missionId} ${number}`) ? [] : [`${missionId}, event ${number}`])),
  );
}

/** People and missions drawn by the seed: half of them of one mission, the others strangers to one another. */
function sampled({ truth, life }: Lived, what: string) {
  const { laureates, experts } = life.world;
  return Array.from({ length: Math.min(READERS, truth.missions.length) }, (_none, place) => {
    const chance = life.faults.chance('reader', what, place);
    const mission = at(inOrder(truth), chance.between(0, truth.missions.length - 1));
    const own = place % 2 === 0;
    const expert = own ? experts.find(({ id }) => id === mission.expert.expertId) : chance.pick(experts);
    const laureate = own ? laureates.find(({ id }) => id === mission.laureateIds[0]) : chance.pick(laureates);
    if (expert === undefined || laureate === undefined) throw new Error('a mission of people whom nobody knows');
    return { mission, expert, laureate };
  });
}

function inOrder({ missions }: Checked['truth']) {
  return [...missions].sort((one, other) => one.id.localeCompare(other.id));
}

/** Whoever left reads it through the functions alone. */
function takesPart(mission: Mission, laureateId: string): boolean {
  return mission.laureateIds.includes(laureateId) && !(laureateId in departures(mission));
}

/** As pages read it, against every document. */
async function listFaults<Row extends { readonly id: string }>(
  firestore: Lived['firestore'],
  list: List<Row>,
): Promise<string[]> {
  const [shown, documents] = await Promise.all([readList(firestore, list), list.all(firestore).get()]);
  const lines = new Map(shown.map((row) => [row.id, canonicalJson(row)]));
  const faults = documents.docs.flatMap((document) => {
    const row = list.rowOf(document);
    return row === null || canonicalJson(row) !== lines.get(row.id) ? [`${list.name}: ${document.id}`] : [];
  });
  return shown.length === documents.size
    ? faults
    : [...faults, `${list.name}: ${shown.length} lines of ${documents.size}`];
}
