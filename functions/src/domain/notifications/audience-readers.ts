import type { Frequency } from './frequencies.ts';
import type { MailName, Reader } from './mails.ts';
import type { Subscription } from './subscription.ts';
import { subscriptions } from './subscriptions.ts';

type Parts = typeof subscriptions;
type RowOf<Events> = Events[keyof Events] extends readonly (infer Row)[] ? Row : never;
type AudienceOf<Part extends keyof Parts> = Extract<RowOf<Parts[Part]>, { readonly to: string }>['to'];

const anybody = ['laureate', 'expert', 'staff'] as const;
/** An address that is nobody's own chooses nothing. */
const nobody = [] as const;

/** Who the people of each audience are, part by part: one word is not always the same people. A new audience does not compile without its line. */
const audienceReaders = {
  mission: {
    expert: ['expert'],
    laureates: ['laureate'],
    awaitedExpert: ['expert'],
    awaitedLaureates: ['laureate'],
    actingLaureate: ['laureate'],
    otherLaureates: ['laureate'],
    signatories: ['laureate'],
    proposedLaureates: ['laureate'],
    invoicedSignatories: ['laureate'],
    mailbox: nobody,
    team: ['staff'],
  },
  expert: { company: ['expert'], mailbox: nobody, team: ['staff'] },
  laureate: { members: ['laureate'], experts: ['expert'] },
  note: { members: ['laureate'], mailbox: nobody, team: ['staff'] },
  people: { person: anybody, owner: nobody, formerAddress: nobody, colleagues: anybody, mailbox: nobody },
  service: {
    // Whose access to a dossier is cut or extended is an expert's consultant.
    person: ['expert'],
    company: ['expert'],
    members: ['laureate'],
    channel: ['laureate', 'expert'],
    mailbox: nobody,
    team: ['staff'],
  },
} as const satisfies { readonly [Part in keyof Parts]: Readonly<Record<AudienceOf<Part>, readonly Reader[]>> };

interface Told {
  readonly mail: MailName;
  readonly reader: Reader;
  readonly when: Frequency;
}

const readersOf: Readonly<Record<string, Readonly<Record<string, readonly Reader[]>>>> = audienceReaders;
const told: readonly Told[] = Object.entries(subscriptions).flatMap(([part, events]) => {
  const rows: readonly Subscription<string>[] = Object.values(events).flat();
  return rows.flatMap(({ to, mail, when }) => (readersOf[part]?.[to] ?? []).map((reader) => ({ mail, reader, when })));
});

/** When the programme tells these people of what a mail is about: several answers where it depends on the event. */
export function defaultsOf(mail: MailName, reader: Reader): readonly Frequency[] {
  return [...new Set(told.filter((row) => row.mail === mail && row.reader === reader).map(({ when }) => when))];
}
