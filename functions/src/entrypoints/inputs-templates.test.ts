import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { editableTemplateNames, LONGEST_TEMPLATE } from '../domain/templates/templates.ts';
import { previewTemplateInput, saveTemplateInput } from './inputs-templates.ts';

const saves = (changed: object) => {
  const asked = { operationId: randomUUID(), template: 'report', action: 'saveDraft', source: '', draftSavedAt: null };
  return saveTemplateInput.safeParse({ ...asked, ...changed }).success;
};

it('A template of the table may be asked for, and no other', () => {
  for (const template of editableTemplateNames) expect(saves({ template })).toBe(true);
  for (const template of ['devis-sample', 'constructor', '__proto__', '', null]) {
    expect(saves({ template })).toBe(false);
    expect(previewTemplateInput.safeParse({ template, source: '', missionId: null }).success).toBe(false);
  }
});

it('A text may be a little too long to be told so in French, and never as long as one can send', () => {
  expect(saves({ source: 'a'.repeat(LONGEST_TEMPLATE + 1) })).toBe(true);
  expect(saves({ source: 'a'.repeat(2 * LONGEST_TEMPLATE + 1) })).toBe(false);
  expect(saves({ action: 'publish', basedOn: 0, reason: '' })).toBe(true);
  expect(saves({ action: 'publish', basedOn: -1, reason: '' })).toBe(false);
  expect(saves({ action: 'erase' })).toBe(false);
});
