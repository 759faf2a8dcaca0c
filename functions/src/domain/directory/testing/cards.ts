import type { ExpertCard } from '../../experts/card.ts';
import { builtInThemes } from '../../programme/built-in-themes.ts';
import { regions } from '../../programme/territories.ts';

export function cardWith(changes: Partial<ExpertCard> = {}): ExpertCard {
  return {
    id: 'a',
    company: 'Atelier Boréal',
    skills: 'Économie circulaire et bois',
    sectors: 'bois',
    website: '',
    email: null,
    phone: null,
    subthemes: ['1.1'],
    regions: ['Bretagne'],
    confirmedOn: null,
    published: true,
    ...changes,
  };
}

const sentences = [
  'Nous accompagnons des tiers-lieux productifs depuis dix ans, sur leurs modèles économiques et leurs tarifs.',
  'Montage d’opérations immobilières, baux et conventions, en lien avec les collectivités.',
  'Gouvernance partagée, structuration juridique en SCIC, animation des équipes.',
  'Choix des machines, aménagement des ateliers, sécurité et mutualisation des équipements.',
  'Stratégie de communication et commercialisation de produits manufacturés en circuit court.',
];

/** As many different cards as asked for, of the length that experts write. */
export function manyCards(count: number): ExpertCard[] {
  const ids = builtInThemes.flatMap(({ subthemes }) => subthemes.map(({ id }) => id));
  const at = <Value>(list: readonly Value[], index: number) => list.slice(index % list.length)[0] ?? list[0];
  return Array.from({ length: count }, (_, index) =>
    cardWith({
      id: `expert${index}`,
      company: `Atelier ${index.toString(36)} et associés`,
      skills: [0, 1, 2, 3].map((step) => `${at(sentences, index * 3 + step) ?? ''} (${index + step})`).join(' '),
      sectors: at(['bois, textile', 'métal', 'céramique et verre', 'numérique'], index) ?? '',
      website: `https://atelier-${index}.exemple.fr`,
      email: index % 2 === 0 ? `contact-${index}@exemple.fr` : null,
      subthemes: [...new Set([0, 7, 11, 23].map((step) => at(ids, index + step) ?? '1.1'))],
      regions: [...new Set([at(regions, index) ?? 'Bretagne', at(regions, index * 5 + 1) ?? 'Bretagne'])],
    }),
  );
}
