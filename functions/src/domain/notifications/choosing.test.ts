import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { defaultsOf } from './audience-readers.ts';
import { chosen, mailChoices, turnedDown } from './choosing.ts';
import { choicesOf, mailKinds } from './mail-kinds.ts';
import { mailNames, type Reader } from './mails.ts';
import { frequencyOf } from './preferences.ts';

const readers: readonly Reader[] = ['laureate', 'expert', 'staff'];
const codeOf = (answer: object) => (isRefusal(answer) ? answer.code : null);

describe('What somebody may choose', () => {
  it.each(readers)('is every mail that a %s receives, and no mail of others or about an account', (reader) => {
    const shown = mailChoices(reader, {}).map(({ mail }) => mail);
    expect(shown).toEqual(mailNames.filter((mail) => (mailKinds[mail].readers as readonly Reader[]).includes(reader)));
    expect(shown.filter((mail) => mailKinds[mail].purpose === 'account')).toEqual([]);
  });

  it.each(readers)('has, for a %s, what the programme chose: among its choices, and never « never »', (reader) => {
    for (const { mail, choices, defaults } of mailChoices(reader, {})) {
      for (const frequency of defaults) expect(choices, mail).toContain(frequency);
      expect(defaults, mail).not.toContain('never');
    }
  });

  it('is several things by default where the event decides, and one where it does not', () => {
    expect(defaultsOf('dossierOpened', 'laureate')).toEqual(['weekly']);
    expect(defaultsOf('dossierOpened', 'staff')).toEqual(['daily']);
    expect(defaultsOf('grantExtended', 'laureate')).toEqual(['weekly']);
    expect(defaultsOf('grantExtended', 'expert')).toEqual(['now']);
    expect(defaultsOf('messageReceived', 'staff')).toEqual(['daily']);
    expect(new Set(defaultsOf('missionChanged', 'expert')).size).toBe(defaultsOf('missionChanged', 'expert').length);
  });

  it('shows a choice kept from before its mail was imposed as none', () => {
    const kept = { validationNotice: 'weekly', reminder: 'never' } as const;
    const shown = mailChoices('laureate', kept);
    expect(shown.find(({ mail }) => mail === 'validationNotice')?.chosen).toBeNull();
    expect(shown.find(({ mail }) => mail === 'reminder')?.chosen).toBe('never');
  });
});

describe('A choice', () => {
  it('is kept beside the others, and counts when a mail leaves', () => {
    const kept = chosen({ reminder: 'never' }, { missionChanged: 'daily' }, 'laureate');
    expect(kept).toEqual({ reminder: 'never', missionChanged: 'daily' });
    if (isRefusal(kept)) throw new Error(kept.message);
    expect(frequencyOf({ mail: 'missionChanged', when: 'weekly' }, kept)).toBe('daily');
  });

  it('is taken back to what the programme chose', () => {
    expect(chosen({ reminder: 'never', missionChanged: 'daily' }, { reminder: null }, 'laureate')).toEqual({
      missionChanged: 'daily',
    });
  });

  it.each([
    ['what the programme imposes', { validationNotice: 'never' }, 'laureate'],
    ['what the programme imposes, even to « at once »', { validationNotice: 'now' }, 'laureate'],
    ['never for what is expected of the reader', { diagnosticSubmitted: 'never' }, 'laureate'],
    ['never for what was decided', { missionAccepted: 'never' }, 'laureate'],
    ['a mail that others receive', { noteHandedIn: 'weekly' }, 'laureate'],
    ['a mail about an account', { signIn: 'weekly' }, 'expert'],
  ] as const)('is refused of %s, with all that is asked beside it', (_what, changes, reader) => {
    expect(codeOf(chosen({}, { ...changes, messageReceived: 'never' }, reader))).toBe('not-a-choice');
    expect(chosen({}, { messageReceived: 'never' }, reader)).toEqual({ messageReceived: 'never' });
  });

  it('of one press is never of that mail, and refused where it can’t be turned down by its reader', () => {
    expect(chosen({}, turnedDown('reminder', 'laureate'), 'laureate')).toEqual({ reminder: 'never' });
    for (const mail of ['diagnosticSubmitted', 'validationNotice', 'noteHandedIn', 'signIn'] as const)
      expect(codeOf(chosen({}, turnedDown(mail, 'laureate'), 'laureate')), mail).toBe('not-a-choice');
    expect(chosen({}, turnedDown('noteHandedIn', 'staff'), 'staff')).toEqual({ noteHandedIn: 'never' });
  });

  it('gathers what is expected of the reader, which can’t be silenced', () => {
    expect(chosen({}, { diagnosticSubmitted: 'weekly' }, 'laureate')).toEqual({ diagnosticSubmitted: 'weekly' });
    expect(choicesOf('diagnosticSubmitted')).not.toContain('never');
  });
});
