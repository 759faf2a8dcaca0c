import type { MailChoice } from '@sur-mesure/functions/domain/notifications/choosing';
import { type Frequency, frequencies } from '@sur-mesure/functions/domain/notifications/frequencies';
import type { Purpose } from '@sur-mesure/functions/domain/notifications/mail-kinds';
import type { Choice } from '../common/field/ChoiceFields.tsx';

/** The parts of the page, in their order. */
export const groups = {
  expected: {
    title: 'Ce qui est attendu de moi',
    note: 'Ces courriels peuvent attendre et se regrouper. Votre page, elle, montre tout de suite ce qui vous attend.',
  },
  decisions: { title: 'Décisions', note: 'Ce qui a été décidé sur vous, votre structure ou vos missions.' },
  news: { title: 'Nouvelles', note: 'Bon à savoir : rien n’y est attendu de vous.' },
  messages: { title: 'Messages', note: 'Ce que l’on vous écrit dans les échanges d’une mission.' },
  imposed: {
    title: 'Ce que le programme impose',
    note: 'Ces courriels partent tout de suite et toujours : ils font foi de ce qui a été envoyé, validé ou fait en votre nom. Il en va de même de vos liens de connexion.',
  },
} as const satisfies Record<string, { readonly title: string; readonly note: string }>;
export type GroupName = keyof typeof groups;
export const groupNames: readonly GroupName[] = ['expected', 'decisions', 'news', 'messages', 'imposed'];

const groupOf = {
  request: 'expected',
  reminder: 'expected',
  decision: 'decisions',
  news: 'news',
  summary: 'news',
  message: 'messages',
  required: 'imposed',
  account: 'imposed',
  // Not shown: what is chosen is when each of the mails it gathers is told.
  digest: 'imposed',
} as const satisfies Record<Purpose, GroupName>;

export function mailsIn(group: GroupName, mails: readonly MailChoice[]): readonly MailChoice[] {
  return mails.filter(({ purpose }) => groupOf[purpose] === group);
}

/** What leaves a mail to the programme, whatever it decides later: never the same as a choice of what it decides today. */
const PROGRAMME = 'programme';
export type Offered = Frequency | typeof PROGRAMME;

const moments: Record<Frequency, string> = {
  now: 'tout de suite',
  daily: 'chaque jour',
  weekly: 'chaque semaine',
  never: 'jamais',
};

export function offeredFor({ choices, defaults }: MailChoice): readonly Choice<Offered>[] {
  const own = choices.map((value) => ({ value, label: frequencies[value].label }));
  return [{ value: PROGRAMME, label: programmeLabel(defaults) }, ...own];
}

function programmeLabel([byDefault, ...others]: readonly Frequency[]): string {
  if (byDefault === undefined) return 'Choix du programme';
  return `Choix du programme (${others.length === 0 ? moments[byDefault] : 'selon l’événement'})`;
}

export function shownOf({ chosen }: MailChoice): Offered {
  return chosen ?? PROGRAMME;
}

export function chosenBy(offered: Offered): Frequency | null {
  return offered === PROGRAMME ? null : offered;
}

/** Said under a mail whose event decides; undefined of the others. */
export function whenItDepends({ defaults }: MailChoice): string | undefined {
  if (defaults.length < 2) return undefined;
  return `Selon l’événement, le programme l’envoie ${defaults.map((one) => moments[one]).join(' ou ')}.`;
}
