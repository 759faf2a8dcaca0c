import { addDays, type Day } from '../../functions/src/domain/calendar.ts';
import type { ExpertAvailability } from '../../functions/src/domain/experts/availability.ts';
import type { ExpertDecision } from '../../functions/src/domain/experts/decisions.ts';
import type { Published } from '../../functions/src/domain/experts/profile.ts';

/** What staff answer to a registration. */
export type ReviewDecision = Extract<ExpertDecision, 'publish' | 'return' | 'admitUnlisted' | 'reject'>;

import { departments } from '../../functions/src/domain/laureates/departments.ts';
import { builtInThemes } from '../../functions/src/domain/programme/built-in-themes.ts';
import { type Region, regions, type TerritoryKind } from '../../functions/src/domain/programme/territories.ts';
import { domainOf, type Person } from './people.ts';
import { places, workshops } from './places.ts';
import { at, type Chance, siretOf } from './random.ts';

export interface PlannedLaureate {
  readonly name: string;
  readonly siret: string;
  readonly promotion: number;
  readonly territory: TerritoryKind;
  readonly region: Region;
  readonly department: string;
  readonly signatory: Person;
  readonly contributor: Person | null;
  readonly ceilingEuros: number;
  readonly awardEuros: number;
  readonly decidedOn: Day;
  readonly recommendations: string;
  /** What its scoping note names; empty when none is handed in yet. */
  readonly noteSubthemes: readonly string[];
}

export interface PlannedExpert {
  readonly company: string;
  readonly siret: string;
  readonly person: Person;
  readonly phone: string;
  readonly publishes: Published;
  readonly subthemes: readonly string[];
  readonly regions: readonly Region[];
  readonly availability: ExpertAvailability | null;
  readonly registeredOn: Day;
  /** Null while nobody has examined the registration. */
  readonly review: { readonly decision: ReviewDecision; readonly message: string; readonly on: Day } | null;
}

const allSubthemes = builtInThemes.flatMap((theme) => theme.subthemes.map(({ id }) => id));

/** The last of the list have not handed in their note: staff must see some. */
const shareWithoutNote = 0.08;
const ceilings = [10_000, 15_000, 15_000, 20_000] as const;
const committee = [
  'Commencer par le modèle économique.',
  'Mutualiser si possible avec les lauréats du même territoire.',
  'Prévoir la gouvernance avant tout investissement.',
  'Donner la priorité à la formation des salariés.',
  '',
] as const;

export function plannedLaureates(
  count: number,
  { chance, newcomer, opening }: { chance: Chance; newcomer: (domain: string) => Person; opening: Day },
): PlannedLaureate[] {
  return chance
    .shuffled(places)
    .slice(0, count)
    .map((place, index) => {
      const department = departments.find(({ code }) => code === place.department);
      if (!department) throw new Error(`no department ${place.department}`);
      const name = `${at(workshops, index)} ${place.ending}`;
      const ceilingEuros = index === 1 ? 10_000 : chance.pick(ceilings);
      const withNote = index < Math.ceil(count * (1 - shareWithoutNote));
      return {
        name,
        siret: siretOf(1_000 + index),
        promotion: 1 + (index % 6),
        territory: place.territory,
        region: department.region,
        department: department.name,
        signatory: newcomer(domainOf(name)),
        contributor: index === 2 || chance.sometimes(0.5) ? newcomer(domainOf(name)) : null,
        ceilingEuros,
        awardEuros: chance.sometimes(0.8) || index < 10 ? ceilingEuros : ceilingEuros - 2_500,
        decidedOn: addDays(opening, -90 + 10 * (index % 6)),
        recommendations: chance.pick(committee),
        noteSubthemes: withNote ? chance.shuffled(allSubthemes).slice(0, chance.between(2, 4)) : [],
      };
    });
}

const columns = [
  'référence',
  'nom',
  'SIRET',
  'promotion',
  'territoire',
  'région',
  'département',
  'signataire 1 nom',
  'signataire 1 e-mail',
  'contributeur 1 nom',
  'contributeur 1 e-mail',
  'plafond',
  'montant attribué',
  'décision',
  'date de la décision',
  'recommandations',
] as const;
const territoryWords = { rural: 'rural', town: 'petite ou moyenne ville', qpv: 'QPV' } as const;

/** The file staff would import, so that the demonstration enters by the same door as real laureates. */
export function laureatesCsv(laureates: readonly PlannedLaureate[]): string {
  const rows = laureates.map((laureate, index) => [
    `MP-${String(index + 1).padStart(3, '0')}`,
    laureate.name,
    laureate.siret,
    laureate.promotion,
    territoryWords[laureate.territory],
    laureate.region,
    laureate.department,
    laureate.signatory.name,
    laureate.signatory.email,
    laureate.contributor?.name ?? '',
    laureate.contributor?.email ?? '',
    laureate.ceilingEuros,
    laureate.awardEuros,
    `CA-${laureate.decidedOn.slice(0, 7)}-P${laureate.promotion}`,
    laureate.decidedOn,
    laureate.recommendations,
  ]);
  return [columns, ...rows].map((cells) => cells.join(';')).join('\n');
}

const forms = ['Atelier', 'Coopérative', 'Collectif', 'Agence', 'Studio', 'Cabinet', 'Scop'] as const;
const roots =
  'Boussole Passerelle Tandem Canopée Terreau Levain Charpente Ricochet Sillage Belvédère Trame Estuaire Engrenage Lisière Ressort Copeau Galet Jachère Kaléidoscope Lanterne Marguerite Navette Orme Pivot Quinconce Rabot Sextant Tilleul Ubac Vigie Zéphyr Alambic Bivouac Cordée Débarcadère Écluse Faisceau Gabarit Horizon Intervalle Jonction Lavandière Mosaïque Noria Oriel Palissade Rhizome Semis Traverse Varlope Archipel Balise Cabestan Diapason Encrier Fougère Girouette Hublot Jalon Madrier'.split(
    ' ',
  );

/** What staff answered, from the end of the list: the others are published. */
const otherReviews: readonly (readonly [ReviewDecision | null, string])[] = [
  ...Array.from({ length: 6 }, () => [null, ''] as const),
  ['return', 'Précisez deux missions menées dans un tiers-lieu productif : structure, année, objet.'],
  ['return', 'Votre fiche ne dit pas quels territoires vous couvrez. Complétez-la, puis renvoyez-la.'],
  ['return', 'Ajoutez une référence que nous puissions appeler.'],
  ['admitUnlisted', ''],
  ['reject', 'Votre expérience concerne la vente en ligne, hors du champ du programme.'],
];

/** By rank rather than by chance, so that nothing else of the demonstration moves. */
function availabilityOf(index: number, today: Day): ExpertAvailability | null {
  if (index % 5 === 2) return { kind: 'from', day: addDays(today, 30 + index) };
  if (index % 9 === 4) return { kind: 'notNow' };
  return index % 3 === 1 ? null : { kind: 'now' };
}

export function plannedExperts(
  count: number,
  {
    chance,
    newcomer,
    opening,
    today,
  }: { chance: Chance; newcomer: (domain: string) => Person; opening: Day; today: Day },
): PlannedExpert[] {
  const others = otherReviews.slice(0, Math.floor(count / 5));
  return chance
    .shuffled(roots)
    .slice(0, count)
    .map((root, index) => {
      const company = `${chance.pick(forms)} ${root}`;
      const person = newcomer(domainOf(company));
      const favourite = at(chance.shuffled(builtInThemes), 0);
      const own = favourite.subthemes.map(({ id }) => id);
      const other = others[count - 1 - index];
      const registeredOn = other ? addDays(today, -chance.between(2, 12)) : addDays(opening, chance.between(1, 25));
      const [decision, message] = other ?? (['publish', ''] as const);
      return {
        company,
        siret: siretOf(5_000 + index),
        person,
        phone: `06 ${String(10 + (index % 80))} ${String(chance.between(10, 99))} 00 ${String(chance.between(10, 99))}`,
        publishes: { email: true, phone: chance.sometimes(0.4), references: true },
        subthemes: [...new Set([...own.slice(0, 4), chance.pick(allSubthemes)])],
        regions: chance.shuffled(regions).slice(0, chance.between(1, 5)),
        availability: availabilityOf(index, today),
        registeredOn,
        review: decision && { decision, message, on: addDays(registeredOn, other ? 1 : chance.between(2, 10)) },
      };
    });
}
