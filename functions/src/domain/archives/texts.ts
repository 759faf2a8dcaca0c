import { formatInstant } from '../calendar.ts';
import { csvText } from '../csv.ts';
import type { ChannelView } from '../messages/views.ts';
import { happenedIn } from '../missions/journal.ts';
import type { JournalEntry, Mission } from '../missions/mission.ts';
import { missionStates } from '../missions/states.ts';
import type { LinkRow } from '../missions/views.ts';
import type { Recommendation, ScopingNote } from '../scoping-notes/note.ts';
import type { Adjustment } from '../subsidy/adjustment.ts';
import type { LedgerEntry } from '../subsidy/ledger.ts';
import type { Share, SubmittedAmounts } from '../subsidy/share.ts';
import type { Statement } from '../subsidy/statement.ts';
import { statementCsv } from '../subsidy/statement-csv.ts';
import type { InvoiceRow } from '../subsidy/views.ts';
import { type Exception, exceptionsCsv, missionExceptions, subsidyExceptions } from './exceptions.ts';
import { LEDGER_FILE } from './manifest.ts';

/** Of one mission, what its reader may read. */
export interface MissionFacts {
  readonly mission: Mission;
  readonly events: readonly JournalEntry[];
  readonly channels: readonly ChannelView[];
  readonly links: readonly LinkRow[];
  /** One's own; every laureate's for who oversees. */
  readonly shares: readonly Share[];
  /** Every version handed in, for who reads whole devis. */
  readonly submitted: readonly SubmittedAmounts[];
  readonly invoices: readonly InvoiceRow[];
}

/** Of one laureate, apart from its missions. */
export interface LaureateFacts {
  readonly laureate: object;
  readonly statement: Statement;
  /** The lines with their hashes, as they are chained. */
  readonly ledger: { readonly laureateId: string; readonly lines: readonly { readonly entry: LedgerEntry }[] };
  readonly notes: readonly ScopingNote[];
  readonly recommendations: readonly Recommendation[];
  readonly adjustments: readonly Adjustment[];
}

/** A file of an archive that the service writes: its place, and its words; null when there is nothing to say. */
interface Text<Facts> {
  readonly path: string;
  readonly text: (facts: Facts) => string | null;
}

/** Two spaces, so that it is read without a program. */
export const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const some = <Item>(list: readonly Item[], text: (list: readonly Item[]) => string) =>
  list.length === 0 ? null : text(list);
const exceptionsOf = ({ mission, events }: MissionFacts) => missionExceptions(mission, events);
const correctionsOf = ({ ledger, adjustments }: LaureateFacts): Exception[] =>
  subsidyExceptions(
    ledger.lines.map(({ entry }) => entry),
    adjustments,
  );

/** What the service writes of a mission, besides its documents and proofs. What the team notes for itself is in no archive: no row reads it. */
export const missionTexts = {
  mission: { path: 'Mission.json', text: ({ mission }) => json(mission) },
  journalCsv: { path: 'Journal.csv', text: ({ events }) => journalCsv(events) },
  journal: { path: 'Journal.json', text: ({ events }) => json(events) },
  exceptionsCsv: { path: 'Exceptions.csv', text: (facts) => exceptionsCsv(exceptionsOf(facts)) },
  exceptions: { path: 'Exceptions.json', text: (facts) => json(exceptionsOf(facts)) },
  amounts: {
    path: 'Montants.json',
    text: ({ shares, submitted, invoices }) => json({ parts: shares, versions: submitted, factures: invoices }),
  },
  messages: { path: 'Échanges.csv', text: ({ channels }) => messagesCsv(channels) },
  links: { path: 'Liens.json', text: ({ links }) => some(links, json) },
} as const satisfies Record<string, Text<MissionFacts>>;

export const laureateTexts = {
  laureate: { path: 'Structure.json', text: ({ laureate }) => json(laureate) },
  ledger: { path: LEDGER_FILE, text: ({ ledger }) => json(ledger) },
  statement: { path: 'Subvention/Relevé.csv', text: ({ statement }) => statementCsv(statement) },
  exceptionsCsv: { path: 'Subvention/Exceptions.csv', text: (facts) => exceptionsCsv(correctionsOf(facts)) },
  exceptions: { path: 'Subvention/Exceptions.json', text: (facts) => json(correctionsOf(facts)) },
  notes: { path: 'Notes de cadrage.json', text: ({ notes }) => some(notes, json) },
  recommendations: { path: 'Recommandations.json', text: ({ recommendations }) => some(recommendations, json) },
} as const satisfies Record<string, Text<LaureateFacts>>;

/** The files that the rows of a table make of what is known. */
export function textsOf<Facts>(
  table: Readonly<Record<string, Text<Facts>>>,
  facts: Facts,
): { readonly path: string; readonly text: string }[] {
  return Object.values(table).flatMap(({ path, text }) => {
    const words = text(facts);
    return words === null ? [] : [{ path, text: words }];
  });
}

const journalHeaders = ['Ligne', 'Date', 'Fait', 'Par', 'Au nom de', 'Demandé par', 'État ensuite', 'Version', 'Motif'];

function journalCsv(events: readonly JournalEntry[]): string {
  const rows = events.map((event) => [
    String(event.number),
    formatInstant(event.at),
    happenedIn(event),
    event.by.name,
    event.onBehalfOf ?? '',
    event.askedBy ?? '',
    missionStates[event.to].label,
    String(event.version),
    event.reason ?? '',
  ]);
  return csvText([journalHeaders, ...rows]);
}

const channelNames = { everyone: 'Tout le monde', expert: 'L’équipe et l’expert', laureate: 'L’équipe et' } as const;
const messageHeaders = ['Échange', 'Date', 'Par', 'Organisation', 'Message', 'Documents joints'];

function messagesCsv(channels: readonly ChannelView[]): string | null {
  const rows = channels.flatMap(({ channel, laureateName, messages }) =>
    messages.map((message) => [
      [channelNames[channel.kind], ...(laureateName === null ? [] : [laureateName])].join(' '),
      formatInstant(message.at),
      message.byName,
      message.organisation,
      message.withdrawnAt === null ? message.text : `(retiré le ${formatInstant(message.withdrawnAt)})`,
      message.files.map(({ name }) => name).join(', '),
    ]),
  );
  return rows.length === 0 ? null : csvText([messageHeaders, ...rows]);
}
