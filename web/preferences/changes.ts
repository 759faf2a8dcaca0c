import type { MailChanges, MailChoice, MailPreferences } from '@sur-mesure/functions/domain/notifications/choosing';
import type { Frequency } from '@sur-mesure/functions/domain/notifications/frequencies';

/** What a change leaves, before the server has said so: the page follows the hand. */
export function withChanges(preferences: MailPreferences, changes: MailChanges): MailPreferences {
  const mails = preferences.mails.map((mail) => {
    const asked = changes[mail.mail];
    return asked === undefined ? mail : { ...mail, chosen: asked };
  });
  return { ...preferences, mails };
}

/** The change that takes another one back. */
export function undoOf({ mails }: MailPreferences, changes: MailChanges): MailChanges {
  return toEach(mails, (mail) => (changes[mail.mail] === undefined ? undefined : mail.chosen));
}

/** One mail a week of all that may wait; what was turned down stays so, since less is what is asked for. */
export function allWeekly({ mails }: MailPreferences): MailChanges {
  return toEach(mails, ({ choices, chosen }) =>
    choices.includes('weekly') && chosen !== 'never' ? 'weekly' : undefined,
  );
}

export function allAsTheProgramme({ mails }: MailPreferences): MailChanges {
  return toEach(mails, ({ chosen }) => (chosen === null ? undefined : null));
}

/** `undefined` leaves a mail as it is. */
function toEach(mails: readonly MailChoice[], next: (mail: MailChoice) => Frequency | null | undefined): MailChanges {
  const changed = mails.flatMap((choice) => {
    const frequency = next(choice);
    return frequency === undefined ? [] : [[choice.mail, frequency] as const];
  });
  return Object.fromEntries(changed);
}
