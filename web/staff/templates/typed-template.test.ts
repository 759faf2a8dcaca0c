import type { DraftTemplate } from '@sur-mesure/functions/domain/templates/versions';
import { describe, expect, test } from 'vitest';
import { goingOn, isTypedTemplate, newerDraft, savedText } from './typed-template.ts';

const draft: DraftTemplate = {
  ...{ state: 'draft', number: 3, source: '# Brouillon', basedOn: 2, savedAt: 200 },
  by: { uid: 'camille', name: 'Camille Roux' },
};
const inForce = { version: 2, source: '# En vigueur' };

describe('a text being written', () => {
  test('begins from the draft, or from what is in force where there is none', () => {
    expect(savedText({ inForce, draft })).toEqual({ source: '# Brouillon', draftSavedAt: 200 });
    expect(savedText({ inForce, draft: null })).toEqual({ source: '# En vigueur', draftSavedAt: null });
  });

  test('goes on without a draft that was published or given up', () => {
    const typed = { source: '# Le mien', draftSavedAt: 100 };
    expect(goingOn(typed, { inForce, draft: null })).toEqual({ ...typed, draftSavedAt: null });
    expect(goingOn(typed, { inForce, draft })).toEqual(typed);
  });

  test('is told of the draft that somebody saved since, and not of its own', () => {
    expect(newerDraft({ source: '', draftSavedAt: 100 }, { inForce, draft })).toBe(draft);
    expect(newerDraft({ source: '', draftSavedAt: null }, { inForce, draft })).toBe(draft);
    expect(newerDraft({ source: '', draftSavedAt: 200 }, { inForce, draft })).toBeNull();
    expect(newerDraft({ source: '', draftSavedAt: 300 }, { inForce, draft })).toBeNull();
    expect(newerDraft({ source: '', draftSavedAt: 100 }, { inForce, draft: null })).toBeNull();
  });

  test('is recognised on the device it was kept on, and nothing else is', () => {
    expect(isTypedTemplate({ source: '', draftSavedAt: null })).toBe(true);
    for (const other of [null, '', { source: '' }, { source: 1, draftSavedAt: null }, { source: '', draftSavedAt: '' }])
      expect(isTypedTemplate(other)).toBe(false);
  });
});
