import { endingAccesses, openedAccesses } from './accesses.ts';
import { uncoveredSubthemes } from './coverage.ts';
import type { SummaryFacts } from './facts.ts';
import { countedEvents, countedStates, endedMissions, happenedRows } from './happenings.ts';
import { moneyOf } from './money.ts';
import type { Summary } from './summary.ts';
import { awaitedGroups, blockedMissions, lateReports, lowSubsidies } from './waiting.ts';

/** The summary of a period. Pure: the same facts give the same figures, whoever asks and however often. */
export function summaryOf(facts: SummaryFacts): Summary {
  return {
    period: facts.period,
    at: facts.at,
    programme: facts.settings.programmeName,
    unreadableDocuments: facts.unreadableDocuments,
    awaited: awaitedGroups(facts),
    blocked: blockedMissions(facts),
    lateReports: lateReports(facts),
    lowSubsidies: lowSubsidies(facts),
    opened: openedAccesses(facts),
    ending: endingAccesses(facts),
    uncovered: uncoveredSubthemes(facts),
    money: moneyOf(facts),
    states: countedStates(facts),
    counts: countedEvents(facts),
    happened: happenedRows(facts),
    ended: endedMissions(facts),
  };
}
