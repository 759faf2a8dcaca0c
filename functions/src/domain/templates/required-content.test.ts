import { describe, expect, it } from 'vitest';
import { editableTemplate, editableTemplateNames, isTriedOnMissions, paletteOf } from './templates.ts';

describe.each(editableTemplateNames)('what is required of %s', (name) => {
  const { required } = editableTemplate(name);
  const paths = Object.keys(paletteOf(name));

  it('is something, which staff can write, under a condition that can be met', () => {
    expect(required.length).toBeGreaterThan(0);
    for (const { field, words, given, without } of required) {
      expect(field ?? words).toBeDefined();
      for (const path of [field, given, without]) {
        if (path !== undefined) expect(paths).toContain(path.replace(/\.length$/, ''));
      }
    }
  });

  it('is said once', () => {
    expect(new Set(required.map(({ label }) => label)).size).toBe(required.length);
  });
});

it('only what speaks of no mission is read on a sample alone', () => {
  expect(editableTemplateNames.filter((name) => !isTriedOnMissions(name))).toEqual([
    'weekly-summary',
    'monthly-summary',
  ]);
});
