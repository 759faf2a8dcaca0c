import { describe, expect, it } from 'vitest';
import { builtInForms } from '../forms/built-in.ts';
import { questionsOf } from '../forms/form.ts';
import { builtInThemes } from '../programme/built-in-themes.ts';
import type { Expert } from './profile.ts';
import { answerTo, remarkableFields } from './remarks.ts';

const questions = questionsOf(builtInForms.registration);
const answers = Object.fromEntries(questions.map(({ id }) => [id, `Réponse à ${id}`]));
const expert: Expert = {
  ...{ id: 'forge', company: 'La Forge', siret: '73282932000074', state: 'submitted', published: false },
  ...{ mayBeCommissioned: false, contact: { name: 'Noé Martin', email: 'noe@forge.example', phone: '06' } },
  ...{ publishes: { email: false, phone: false }, website: 'https://forge.example', subthemes: ['4.2'] },
  ...{ regions: ['Bretagne', 'Corse'], formVersion: 1, answers, noInterestDeclaredAt: 1, interests: [] },
  ...{ interestsLifted: null, submittedAt: 20, review: null, availability: { kind: 'now' } },
};

describe('What a remark is about', () => {
  it.each(remarkableFields(questions).map(({ id }) => id))('is beside what was answered: %s', (id) => {
    expect(answerTo(expert, id, builtInThemes)).not.toBe('');
  });

  it('is empty where nothing was said', () => {
    expect(answerTo({ ...expert, website: '', answers: {} }, 'website', builtInThemes)).toBe('');
    expect(answerTo({ ...expert, answers: {} }, questions[0]?.id ?? 'none', builtInThemes)).toBe('');
    expect(answerTo(expert, 'regions', builtInThemes)).toBe('Bretagne, Corse');
  });
});
