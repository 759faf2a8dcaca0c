import { describe, expect, it } from 'vitest';
import type { SignedInActor } from '../actor.ts';
import { defaultSettings } from '../programme/settings.ts';
import { isRefusal } from '../refusal.ts';
import { decideSettings, type SettingsAsked, type SettingsFacts } from './change.ts';
import { restrictionsOf } from './restrictions.ts';

const actor: SignedInActor = { kind: 'staff', uid: 'camille', name: 'Camille Roux', signedInAt: 0 };
const now = Date.UTC(2024, 2, 4, 13, 5);
const facts: SettingsFacts = { inForce: defaultSettings, lastChange: null, read: defaultSettings, actor, now };
const asked: SettingsAsked = { basedOn: 1, reason: ' Vacances. ', values: { messageDaysAfterEnd: 45 } };
const codeOf = (decided: unknown) => (isRefusal(decided) ? decided.code : null);

describe('Saving settings', () => {
  it('makes the next version with what was named, and keeps who, when, why and what in words', () => {
    const values = { messageDaysAfterEnd: 45, quietPeriod: { to: '08-31', from: '08-01' } };
    expect(decideSettings(facts, { ...asked, values })).toEqual({
      settings: { ...defaultSettings, ...values, version: 2 },
      change: {
        ...{ version: 2, at: now, by: { uid: 'camille', name: 'Camille Roux' }, reason: 'Vacances.' },
        changed: [
          { key: 'quietPeriod', before: 'Aucune', after: 'Du 01/08 au 31/08' },
          { key: 'messageDaysAfterEnd', before: '60 jours', after: '45 jours' },
        ],
      },
    });
  });

  it('asks why, and something to change: the same period in another order is none', () => {
    expect(codeOf(decideSettings(facts, { ...asked, reason: ' ' }))).toBe('reason-missing');
    const values = { messageDaysAfterEnd: 60, adjustFourEyes: { cents: 500_00, mode: 'above' as const } };
    expect(codeOf(decideSettings(facts, { ...asked, values }))).toBe('settings-unchanged');
    expect(codeOf(decideSettings(facts, asked))).toBeNull();
  });

  it('names every value to correct, and keeps nothing of the others', () => {
    const values = { messageDaysAfterEnd: 9_999, contestHours: -1, invoiceTaskDays: 20 };
    const decided = decideSettings(facts, { ...asked, values });
    expect(decided).toMatchObject({ code: 'settings-out-of-bounds' });
    expect(decided).toMatchObject({ message: expect.stringMatching(/0 et 720 heures.*0 et 730 jours.*Rien n’a été/) });
    const late = { 'dates.lastRequest': '2025-01-01' };
    expect(codeOf(decideSettings(facts, { ...asked, values: late }))).toBe('settings-out-of-bounds');
  });

  it('over a version that was not read is refused, with who changed it and both values', () => {
    const inForce = { ...defaultSettings, version: 2, messageDaysAfterEnd: 30 };
    const by = { uid: 'ines', name: 'Inès Caron' };
    const lastChange = { version: 2, at: now, by, reason: 'Plus court.', changed: [] };
    const values = { messageDaysAfterEnd: 45, contestHours: 24 };
    const decided = decideSettings({ ...facts, inForce, lastChange }, { ...asked, values });
    expect(decided).toMatchObject({ code: 'settings-stale', message: expect.stringContaining('Inès Caron a changé') });
    expect(decided).toMatchObject({ message: expect.stringContaining('30 jours désormais, 45 jours pour vous') });
    expect(isRefusal(decided) && decided.message).not.toContain('contester');
    const elsewhere = decideSettings({ ...facts, inForce, lastChange }, { ...asked, values: { contestHours: 24 } });
    expect(elsewhere).toMatchObject({ message: expect.stringContaining('Aucun de ceux que vous changez n’a bougé') });
    const unread = decideSettings({ ...facts, inForce, lastChange, read: null }, { ...asked, values });
    expect(unread).toMatchObject({ message: expect.stringContaining('48 heures désormais, 24 heures pour vous') });
    expect(codeOf(decideSettings({ ...facts, inForce, lastChange }, { ...asked, basedOn: 2 }))).toBeNull();
  });
});

describe('Dates that leave less time', () => {
  const { dates } = defaultSettings;
  const told = (after: Partial<typeof dates>, today = '2024-03-04') =>
    restrictionsOf({
      ...{ before: dates, after: { ...dates, ...after }, today },
      states: ['awaiting_validation', 'awaiting_report', 'awaiting_validation', 'closed'],
    });

  it('say which actions close and when, and how many missions wait for them', () => {
    const [sentence, ...others] = told({ lastValidation: '2024-06-30' });
    expect(others).toEqual([]);
    expect(sentence).toContain('Dernier jour pour valider un devis : à partir du lundi 1er juillet 2024');
    expect(sentence).toContain('« Valider le diagnostic et le devis »');
    expect(sentence).toContain('« En attente de la validation du lauréat », 2.');
    expect(sentence).not.toContain('rapport');
  });

  it('are said to count at once when the day is over, and to close everything until a later opening', () => {
    expect(told({ lastReport: '2024-03-03' })).toEqual([expect.stringContaining('dès l’enregistrement')]);
    expect(told({ opening: '2024-04-01' })).toEqual([
      expect.stringMatching(/jusqu’au dimanche 31 mars 2024.*« Demander une mission ».*« Confirmer le service »/),
    ]);
  });

  it('are no others: a date put later, or another setting, restricts nothing', () => {
    expect(told({ lastSettlement: '2025-06-30', opening: '2023-01-01' })).toEqual([]);
  });
});
