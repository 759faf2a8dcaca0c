import { type AskedHow, askedHow } from '@sur-mesure/functions/domain/missions/behalf';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** In the order of the table: « Par téléphone » first, as most are. */
export const howChoices = Object.keys(askedHow)
  .filter((how): how is AskedHow => Object.hasOwn(askedHow, how))
  .map((how) => ({ value: how, label: capital(askedHow[how]) }));

export function nameMissing(name: string): string | undefined {
  return name.trim() === '' ? 'Écrivez le nom de la personne qui vous l’a demandé.' : undefined;
}
