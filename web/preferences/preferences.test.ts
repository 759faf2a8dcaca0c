import {
  type MailChanges,
  type MailPreferences,
  mailChoices,
} from '@sur-mesure/functions/domain/notifications/choosing';
import type { MailName, Reader } from '@sur-mesure/functions/domain/notifications/mails';
import type { Preferences } from '@sur-mesure/functions/domain/notifications/preferences';
import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { describe, expect, it, test } from 'vitest';
import { ChangeQueue, type Outcome } from './change-queue.ts';
import { allAsTheProgramme, allWeekly, undoOf, withChanges } from './changes.ts';
import { chosenBy, groupNames, mailsIn, offeredFor, shownOf, whenItDepends } from './mail-words.ts';

const of = (reader: Reader, kept: Preferences = {}): MailPreferences => ({
  address: 'a•••@exemple.fr',
  reader,
  mails: mailChoices(reader, kept),
});
const choiceOf = (mail: MailName, preferences: MailPreferences) => {
  const found = preferences.mails.find((one) => one.mail === mail);
  if (found === undefined) throw new Error(`${mail} is not shown`);
  return found;
};
const chosenIn = (preferences: MailPreferences) =>
  Object.fromEntries(preferences.mails.flatMap(({ mail, chosen }) => (chosen === null ? [] : [[mail, chosen]])));

describe('the shortcuts', () => {
  const kept = { reminder: 'never', messageReceived: 'daily' } as const;

  test('gather all that may wait in one mail a week, and leave what was turned down and what is imposed', () => {
    const preferences = of('laureate', kept);
    const changes = allWeekly(preferences);
    expect(changes).toMatchObject({
      diagnosticSubmitted: 'weekly',
      missionChanged: 'weekly',
      messageReceived: 'weekly',
    });
    expect(Object.keys(changes)).not.toContain('reminder');
    expect(Object.keys(changes)).not.toContain('validationNotice');
  });

  test('come back to what the programme chose, and each can be taken back', () => {
    const preferences = of('laureate', kept);
    for (const changes of [allWeekly(preferences), allAsTheProgramme(preferences)]) {
      const changed = withChanges(preferences, changes);
      expect(chosenIn(changed)).not.toEqual(kept);
      expect(chosenIn(withChanges(changed, undoOf(preferences, changes)))).toEqual(kept);
    }
    expect(chosenIn(withChanges(preferences, allAsTheProgramme(preferences)))).toEqual({});
  });
});

describe('what is offered for a mail', () => {
  test('begins with what the programme chose, which no other choice stands for', () => {
    const mail = choiceOf('dossierOpened', of('laureate'));
    expect(offeredFor(mail).map(({ label }) => label)).toEqual([
      'Choix du programme (chaque semaine)',
      'Tout de suite',
      'Chaque jour, en un seul courriel',
      'Chaque semaine, en un seul courriel',
    ]);
    expect([shownOf(mail), chosenBy('programme'), chosenBy('weekly')]).toEqual(['programme', null, 'weekly']);
    expect(shownOf({ ...mail, chosen: 'weekly' })).toBe('weekly');
    expect(whenItDepends(mail)).toBeUndefined();
  });

  test('says « selon l’événement » where the programme has several answers', () => {
    const mail = { ...choiceOf('missionChanged', of('expert')), defaults: ['now', 'weekly'] } as const;
    expect(offeredFor(mail)[0]?.label).toBe('Choix du programme (selon l’événement)');
    expect(whenItDepends(mail)).toBe('Selon l’événement, le programme l’envoie tout de suite ou chaque semaine.');
  });

  it.each(['laureate', 'expert', 'staff'] as const)('is in one part of the page each, for a %s', (reader) => {
    const { mails } = of(reader);
    const shown = groupNames.flatMap((name) => mailsIn(name, mails).map(({ mail }) => mail));
    expect(shown.toSorted()).toEqual(mails.map(({ mail }) => mail).toSorted());
    for (const { choices } of mailsIn('imposed', mails)) expect(choices).toHaveLength(1);
  });
});

describe('changes that follow each other', () => {
  const start = of('laureate');
  const busy = refuse('busy', 'Réessayez.');

  /** Answers by hand, in the order of the requests. */
  function queueOf() {
    const sent: MailChanges[] = [];
    const outcomes: Outcome[] = [];
    const answers: ((answer: MailPreferences | Refusal) => void)[] = [];
    let shown = start;
    const queue = new ChangeQueue(
      start,
      (changes) => {
        sent.push(changes);
        return new Promise((resolve) => answers.push(resolve));
      },
      (preferences, outcome) => {
        shown = preferences;
        outcomes.push(outcome);
      },
    );
    return {
      queue,
      sent,
      outcomes,
      answer: (value: MailPreferences | Refusal) => answers.shift()?.(value),
      shown: () => shown,
    };
  }

  test('while one is on its way leave together, and the last one is what is shown', async () => {
    const { queue, sent, outcomes, answer, shown } = queueOf();
    const done = queue.add({ reminder: 'daily' });
    void queue.add({ reminder: 'weekly' });
    void queue.add({ missionChanged: 'never' });
    expect(chosenIn(shown())).toEqual({ reminder: 'weekly', missionChanged: 'never' });
    answer(of('laureate', { reminder: 'daily' }));
    await Promise.resolve().then(() => undefined);
    expect(sent).toEqual([{ reminder: 'daily' }, { reminder: 'weekly', missionChanged: 'never' }]);
    expect(chosenIn(shown())).toEqual({ reminder: 'weekly', missionChanged: 'never' });
    answer(of('laureate', { reminder: 'weekly', missionChanged: 'never' }));
    await done;
    expect(outcomes).toEqual(['saving', 'saving', 'saving', 'saving', 'saved']);
  });

  test('are taken back when one is refused, and the next one is asked anew', async () => {
    const { queue, outcomes, answer, shown } = queueOf();
    const refused = queue.add({ reminder: 'daily' });
    answer(busy);
    await refused;
    expect([outcomes.at(-1), chosenIn(shown())]).toEqual([busy, {}]);
    const kept = queue.add({ reminder: 'never' });
    answer(of('laureate', { reminder: 'never' }));
    await kept;
    expect([outcomes.at(-1), chosenIn(shown())]).toEqual(['saved', { reminder: 'never' }]);
  });
});
