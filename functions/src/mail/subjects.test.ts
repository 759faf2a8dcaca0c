import { describe, expect, it } from 'vitest';
import { allStates } from '../domain/missions/states.ts';
import { mailKinds } from '../domain/notifications/mail-kinds.ts';
import { type MailName, mailNames } from '../domain/notifications/mails.ts';
import { exampleContext, exampleOf } from './examples.ts';
import { render } from './render.ts';

const laureateName = 'La Fabrique du Vallon';
/** A mail about its reader's own account names nobody else. */
const aboutLaureates = mailNames.filter(
  (mail) => exampleOf(mail).facts.laureateName !== '' && mailKinds[mail].purpose !== 'account',
);

/** Each mail as each of its readers may get it: in every state, where it tells of a mission. */
function variantsOf(mail: MailName) {
  const { facts } = exampleOf(mail);
  const readers = mailKinds[mail].readers.length === 0 ? [facts.reader] : mailKinds[mail].readers;
  const isMission = allStates.some((state) => state === facts.state);
  return readers.flatMap((reader) => (isMission ? allStates : [facts.state]).map((state) => ({ reader, state })));
}

describe.each(aboutLaureates)('the subject of %s', (mail) => {
  it('names the laureate, plainly, whoever reads it and whatever the state', () => {
    for (const variant of variantsOf(mail)) {
      const { subject } = render(exampleOf(mail, variant), exampleContext);
      expect(subject, JSON.stringify(variant)).toContain(laureateName);
      expect(subject, JSON.stringify(variant)).not.toMatch(/!|\p{Lu}{5}|^(?:Re|RE|Fwd|TR)\s?:|[Uu]rgent|[Ii]mportant/u);
    }
  });
});

/** What is asked, by an imperative or a permission; or that nothing is. */
const expected = /^(?:Rien n’est attendu de vous|Vous pouvez|Dites |Faites |N’\p{Ll}+ez |\p{Lu}\p{L}+ez[ ,-])/u;

describe.each(mailNames)('the first sentence of %s', (mail) => {
  it('says what is expected of its reader, or that nothing is', () => {
    for (const variant of variantsOf(mail)) {
      const lead = render(exampleOf(mail, variant), exampleContext).text.split('\n\n')[2] ?? '';
      expect(lead.replaceAll(/\s+/g, ' '), JSON.stringify(variant)).toMatch(expected);
    }
  });
});
