import { describe, expect, it } from 'vitest';
import type { SignedInActor } from '../actor.ts';
import { isRefusal } from '../refusal.ts';
import { decideTemplate, type TemplateCommand, type TemplateDecision, type TemplateFacts } from './decide.ts';
import { LONGEST_TEMPLATE } from './templates.ts';
import { type DraftTemplate, inForceAfter, type TemplateChange } from './versions.ts';

const now = Date.UTC(2024, 2, 5, 11);
const ines: SignedInActor = { kind: 'staff', uid: 'ines', name: 'Inès Garnier', signedInAt: now };
const by = { uid: 'camille', name: 'Camille Roux' };
const draft: DraftTemplate = { state: 'draft', number: 3, source: '# Deux', basedOn: 2, savedAt: now - 60_000, by };
const published: TemplateChange = {
  ...{ sequence: 2, at: now - 90_000, by, what: 'publish', version: 2, before: 1, reason: 'Plus court.' },
};
const facts = (changed: Partial<TemplateFacts> = {}): TemplateFacts => ({
  ...{ actor: ines, now, newest: 2, draft: null, lastChange: published, inForceSource: '# Un' },
  check: { faults: [], missing: [] },
  ...changed,
});
const withDraft = { newest: 3, draft };
const save: TemplateCommand = { action: 'saveDraft', source: '# Trois', draftSavedAt: null };
const publish = {
  action: 'publish',
  source: '# Trois',
  draftSavedAt: null,
  basedOn: 2,
  reason: 'Plus clair.',
} as const;
const restore: TemplateCommand = { action: 'restorePrevious', inForce: 2 };

function decided(command: TemplateCommand, changed?: Partial<TemplateFacts>): TemplateDecision {
  const answer = decideTemplate(facts(changed), command);
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

const refused = (command: TemplateCommand, changed?: Partial<TemplateFacts>) => {
  const answer = decideTemplate(facts(changed), command);
  return isRefusal(answer) ? answer : null;
};

describe('a draft', () => {
  it('is the next number, begun from what is in force, and keeps both while it is written', () => {
    expect(decided(save).save).toMatchObject({
      state: 'draft',
      number: 3,
      basedOn: 2,
      by: { uid: 'ines' },
      savedAt: now,
    });
    const again = decided(
      { ...save, draftSavedAt: draft.savedAt },
      { ...withDraft, lastChange: { ...published, version: 1 } },
    );
    expect(again.save).toMatchObject({ number: 3, basedOn: 2, source: '# Trois' });
    expect(again.change).toBeNull();
  });

  it('is begun from ours where nobody has published', () => {
    expect(decided(save, { newest: 0, lastChange: null }).save).toMatchObject({ number: 1, basedOn: 0 });
  });

  it('may be wrong, and is not too long', () => {
    const wrong = { faults: [{ line: 1, column: 1, reason: 'non' }], missing: ['tout'] };
    expect(refused(save, { check: wrong })).toBeNull();
    expect(refused({ ...save, source: 'a'.repeat(LONGEST_TEMPLATE + 1) })?.code).toBe('template-too-long');
  });

  it('is not written over somebody else’s, whose name is said', () => {
    expect(refused(save, withDraft)).toMatchObject({ code: 'template-stale' });
    expect(refused(save, withDraft)?.message).toMatch(/^Camille Roux a enregistré un brouillon le mardi 5 mars 2024/);
    expect(refused({ ...save, draftSavedAt: draft.savedAt }, withDraft)).toBeNull();
    expect(refused({ ...save, draftSavedAt: draft.savedAt })?.code).toBe('no-draft');
  });

  it('is given up as it was read, and no other', () => {
    const discard: TemplateCommand = { action: 'discardDraft', draftSavedAt: draft.savedAt };
    expect(decided(discard, withDraft)).toMatchObject({ remove: 3, save: null, change: null });
    expect(refused({ ...discard, draftSavedAt: 1 }, withDraft)?.code).toBe('template-stale');
    expect(refused(discard)?.code).toBe('no-draft');
  });
});

describe('publishing', () => {
  it('puts the draft’s number in force, with who, why, and what was before', () => {
    const { save: version, change } = decided({ ...publish, draftSavedAt: draft.savedAt }, withDraft);
    expect(version).toMatchObject({ state: 'published', number: 3, source: '# Trois' });
    expect(change).toEqual({
      ...{ sequence: 3, at: now, by: { uid: 'ines', name: 'Inès Garnier' }, what: 'publish' },
      ...{ version: 3, before: 2, reason: 'Plus clair.' },
    });
  });

  it('needs no saved draft', () => {
    expect(decided(publish).change).toMatchObject({ version: 3, sequence: 3 });
  });

  it.each([
    ['over another version than the one read', { basedOn: 1 }, {}, 'template-stale', /a publié la version 2/],
    ['of somebody else’s draft', {}, withDraft, 'template-stale', /Camille Roux a enregistré un brouillon/],
    ['without a reason', { reason: '  ' }, {}, 'reason-missing', /Rien n’a été publié/],
    ['of what is in force already', { source: '# Un' }, {}, 'template-unchanged', /rien à publier/],
    ['of too long a text', { source: 'a'.repeat(LONGEST_TEMPLATE + 1) }, {}, 'template-too-long', /30 000 signes/],
    [
      'of a text with faults',
      {},
      { check: { faults: [1, 2, 3].map((line) => ({ line, column: 1, reason: 'non' })), missing: [] } },
      'template-faults',
      /ligne 1 : non\. Et 2 autres\./,
    ],
    [
      'of a text that lacks what is required',
      {},
      { check: { faults: [], missing: ['la phrase acceptée', 'l’empreinte'] } },
      'template-incomplete',
      /doit toujours porter la phrase acceptée et l’empreinte/,
    ],
  ])('is refused %s', (_when, asked, changed, code, words) => {
    const refusal = refused({ ...publish, ...asked }, changed);
    expect(refusal?.code).toBe(code);
    expect(refusal?.message).toMatch(words);
  });
});

describe('coming back', () => {
  it('puts the version before in force, and is undone by itself', () => {
    const back = decided(restore);
    expect(back).toMatchObject({ save: null, change: { what: 'restore', version: 1, before: 2, sequence: 3 } });
    const again = decided({ ...restore, inForce: 1 }, { lastChange: back.change });
    expect(again.change).toMatchObject({ version: 2, before: 1, sequence: 4 });
  });

  it('leads to ours from the first version', () => {
    const { done, change } = decided(
      { ...restore, inForce: 1 },
      { lastChange: { ...published, version: 1, before: 0 } },
    );
    expect(inForceAfter(change)).toBe(0);
    expect(done).toContain('modèle livré avec le service');
  });

  it('is refused where nothing came before, and over a change that was not read', () => {
    expect(refused({ ...restore, inForce: 0 }, { lastChange: null })?.code).toBe('no-previous');
    expect(refused({ ...restore, inForce: 1 })?.code).toBe('template-stale');
  });

  it('is refused to a text that a release of the service has left behind', () => {
    const check = { faults: [{ line: 4, column: 1, reason: 'le champ « a » n’existe pas ici' }], missing: [] };
    expect(refused(restore, { check })).toMatchObject({ code: 'template-faults' });
    expect(refused(restore, { check })?.message).toMatch(/ligne 4 .* ce qui est en vigueur le reste/);
  });
});

it('a template is the team’s: nobody else changes one, whatever they ask', () => {
  const others: readonly SignedInActor[] = [
    { ...ines, kind: 'observer' },
    { ...ines, kind: 'expert', expertId: 'atelier' },
    { ...ines, kind: 'laureate', memberships: [{ laureateId: 'filature', role: 'signatory' }] },
  ];
  for (const actor of others) {
    for (const command of [save, publish, restore]) expect(refused(command, { actor })?.code).toBe('staff-only');
  }
  expect(refused(save)).toBeNull();
});
