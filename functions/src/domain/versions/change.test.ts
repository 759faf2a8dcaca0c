import { describe, expect, it } from 'vitest';
import { changedMeanwhile, reasonOf, whoDid } from './change.ts';

describe('a change of what staff change version by version', () => {
  const what = { what: 'ce modèle', done: 'publié' };

  it('has a reason, kept without the blanks around it', () => {
    expect(reasonOf({ reason: ' Plus court. ' }, what)).toBe('Plus court.');
    expect(reasonOf({ reason: ' \n' }, what)).toMatchObject({
      code: 'reason-missing',
      message: 'Écrivez pourquoi vous changez ce modèle : la raison reste dans l’historique. Rien n’a été publié.',
    });
  });

  it('over what somebody else wrote meanwhile is refused, with who did, what was kept and what to do', () => {
    const who = whoDid(
      { by: { uid: 'ines', name: 'Inès Caron' }, at: Date.UTC(2024, 2, 5, 11) },
      'a changé les réglages',
    );
    const next = 'Relisez, puis enregistrez de nouveau.';
    const { code, message } = changedMeanwhile('settings-stale', { who, done: 'enregistré', next });
    expect(code).toBe('settings-stale');
    expect(message).toMatch(/^Inès Caron a changé les réglages le mardi 5 mars 2024 .*, pendant que vous écriviez/);
    expect(message).toMatch(
      /rien n’est enregistré, .* est resté sur votre page\. Relisez, puis enregistrez de nouveau\.$/,
    );
  });
});
