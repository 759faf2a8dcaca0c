import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { builtInForms } from '@sur-mesure/functions/domain/forms/built-in';
import { describe, expect, test } from 'vitest';
import { emptyRegistration, registrationErrors } from './registration.ts';
import { remarksOn, rowsOf, stepErrors, stepsOf, toldRegistration, whereToGoOn } from './steps.ts';

const form = builtInForms.registration;
const complete: Registration = {
  ...emptyRegistration,
  ...{ email: 'camille@atelier.fr', name: 'Camille Roy', phone: '06 12 34 56 78', company: 'Atelier Boréal' },
  ...{ siret: '732 829 320 00074', subthemes: ['1.1'], regions: ['Bretagne'] },
  answers: { skills: 'Bois', thirdPlaces: 'Oui', productivePlaces: 'Oui', references: 'Une, 2023' },
};
const named = (name: string) => {
  const step = stepsOf(form).find((one) => one.name === name);
  if (step === undefined) throw new Error(`no step ${name}`);
  return step;
};

describe('a registration in pages', () => {
  test('has one for each subject, with those of the form that staff publish, and is read once more at the end', () => {
    expect(stepsOf(form).map(({ name }) => name)).toEqual([
      ...['vous', 'questions-1', 'domaines', 'territoires', 'fiche', 'relecture'],
    ]);
    const twice = { ...form, sections: [...form.sections, { title: 'Et aussi', questions: [] }] };
    expect(stepsOf(twice).map(({ title }) => title)).toContain('Et aussi');
    expect(stepsOf(undefined).map(({ name }) => name)).toEqual(['vous']);
  });

  test('asks everything once: each error is on one page, and all of them are on the last, the declaration included', () => {
    const all = registrationErrors(emptyRegistration, form);
    const pages = stepsOf(form).filter(({ kind }) => kind !== 'check');
    const told = pages.flatMap((step) => stepErrors(step, emptyRegistration, form));
    expect([...told.map(({ fieldId }) => fieldId), 'declaresNoInterest']).toEqual(
      expect.arrayContaining(all.map(({ fieldId }) => fieldId)),
    );
    expect(told).toHaveLength(all.length - 1);
    expect(stepErrors(named('relecture'), emptyRegistration, form)).toEqual(all);
  });

  test('lets go on from a page whose own answers are there, whatever the others lack', () => {
    const begun = { ...emptyRegistration, regions: ['Bretagne'] };
    expect(stepErrors(named('territoires'), begun, form)).toEqual([]);
    const undated = { ...begun, availability: { kind: 'from', day: '' } } as const;
    expect(stepErrors(named('territoires'), undated, form).map(({ fieldId }) => fieldId)).toEqual(['availability-day']);
  });

  test('is gone on with where something is missing, and at the end when nothing is', () => {
    expect(whereToGoOn(form, emptyRegistration).name).toBe('vous');
    expect(whereToGoOn(form, { ...complete, subthemes: [] }).name).toBe('domaines');
    expect(whereToGoOn(form, complete).name).toBe('relecture');
  });

  test('counts the remarks of the team on the page that answers them', () => {
    const remarks = { references: 'Lesquelles ?', skills: 'Précisez.', siret: 'Le siège ?' };
    expect([remarksOn(named('questions-1'), complete, remarks), remarksOn(named('vous'), complete, remarks)]).toEqual([
      2, 1,
    ]);
  });

  test('is read once more with its words: what is published, and when one is available', () => {
    const [published] = rowsOf(named('fiche'), { ...complete, publishes: { email: true, phone: true } });
    expect(published?.value).toBe('camille@atelier.fr\n06 12 34 56 78');
    const availability = rowsOf(named('territoires'), { ...complete, availability: { kind: 'notNow' } })[1];
    expect(availability?.value).toBe('Pas disponible pour le moment');
  });

  test('tells two texts apart, answers to the form included', () => {
    const [one, other] = [{ ...complete }, { ...complete, answers: { references: 'Deux, 2024', skills: 'Métal' } }].map(
      (registration) => toldRegistration(form, registration),
    );
    const skills = form.sections.flatMap(({ questions }) => questions).find(({ id }) => id === 'skills')?.label ?? '';
    expect([one?.[skills], other?.[skills]]).toEqual(['Bois', 'Métal']);
    expect(toldRegistration(undefined, complete)['Nom de la structure']).toBe('Atelier Boréal');
    expect(one?.['Nom de la structure']).toBe('Atelier Boréal');
  });
});
