import { expect, it } from 'vitest';
import { exampleContext, exampleOf } from './examples.ts';
import { render } from './render.ts';

const ofSeveral = {
  state: null,
  happened: 'Rappel pour 2 missions',
  laureateName: 'Le Bocal et La Fabrique du Vallon',
};

it('A reminder names its mission and asks for one thing; of several, it names their laureates and leads to them all', () => {
  const one = render(exampleOf('reminder'), exampleContext);
  expect(one.subject).toMatch(/^Rappel, mission en cours, rapport attendu\s: La Fabrique du Vallon$/);
  expect(one.text).toContain('Envoyez le rapport dès que la mission est terminée.');
  expect(one.text).toContain('Voir la mission');
  const several = render(exampleOf('reminder', ofSeveral), exampleContext);
  expect(several.subject).toMatch(/^Rappel pour 2 missions\s: Le Bocal et La Fabrique du Vallon$/);
  expect(several.text).toContain('Ces missions attendent une action de votre part, la plus pressante en premier.');
  expect(several.text).toContain('Voir mes missions');
});
