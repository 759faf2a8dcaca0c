import type { Instant } from '../calendar.ts';
import type { ExpertCard } from '../experts/card.ts';
import type { Laureate } from '../laureates/laureate.ts';
import type { Grant } from '../missions/facts.ts';
import { activeParticipants, type JournalEntry, type Mission } from '../missions/mission.ts';
import type { JournalLine } from '../people/journal.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { StaffTask } from '../staff/tasks.ts';
import type { LedgerEntry } from '../subsidy/ledger.ts';
import { frenchList } from '../written-french.ts';
import type { SummaryPeriod } from './periods.ts';

/** Of the programme at an instant: what summaries and figures are both made from. */
export interface ProgrammeFacts {
  readonly at: Instant;
  readonly settings: ProgrammeSettings;
  readonly laureates: readonly Laureate[];
  readonly missions: readonly Mission[];
  /** Every line of every ledger, in any order. */
  readonly lines: readonly LaureateLine[];
  readonly unreadableLines: number;
  /** Of the other collections: what is in them is in no figure. */
  readonly unreadableDocuments: number;
}

/** Everything that a summary is made from. The store reads it in one snapshot; tests write it by hand. */
export interface SummaryFacts extends ProgrammeFacts {
  readonly period: SummaryPeriod;
  /** Those of the period at least. */
  readonly events: readonly MissionHappening[];
  /** Those whose end is in the period or the next one, at least. */
  readonly grants: readonly Grant[];
  /** What closed accesses at once in the period: a cut, or a person switched off. A grant that is cut says nothing of when. */
  readonly cuts: readonly AccessCut[];
  readonly cards: readonly Pick<ExpertCard, 'subthemes'>[];
  /** Open. */
  readonly tasks: readonly StaffTask[];
}

/** A line of the journal: `laureateId` is null where the person lost every dossier. */
export type AccessCut = Pick<JournalLine, 'at' | 'aboutUid' | 'aboutName' | 'laureateId'>;

export interface LaureateLine {
  readonly laureateId: string;
  readonly entry: LedgerEntry;
}

export interface MissionHappening {
  readonly missionId: string;
  readonly event: JournalEntry;
}

/** « La Filature du Haut-Pays et L’Établi du Vercors, avec Atelier Commun »; of a mission that nobody takes part in any more, all it is open to. */
export function partiesOf(mission: Mission): string {
  return `${frenchList(laureateNames(mission))}, avec ${mission.expert.name}`;
}

/** Names of those that take part; of a mission that all have left, of all that ever did. */
export function laureateNames(mission: Mission): string[] {
  const active = activeParticipants(mission).map(({ name }) => name);
  return active.length > 0 ? active : Object.values(mission.participants).map(({ name }) => name);
}

/** Items, found by their id. */
export function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
