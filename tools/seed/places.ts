import type { TerritoryKind } from '../../functions/src/domain/programme/territories.ts';

/** A laureate's place: a real department, and what its name ends with (« La Filature *du Bugey* »). */
export interface Place {
  readonly department: string;
  readonly ending: string;
  readonly territory: TerritoryKind;
}

/** Department code, then the endings. Countries are real, what is named after them is not. */
const rural = `
01 du Bugey, des Dombes · 03 du Bourbonnais · 07 des Boutières, du Vivarais · 09 du Couserans · 11 des Corbières · 12 du Lévézou, du Larzac
14 du Bessin · 15 de la Planèze · 16 du Confolentais · 18 du Sancerrois · 19 de la Xaintrie · 21 de l’Auxois · 22 du Trégor · 23 des Combrailles
24 du Nontronnais · 26 du Diois, des Baronnies · 29 du Léon · 2B de la Castagniccia · 30 des Cévennes · 32 de l’Astarac · 35 du Coglais · 36 de la Brenne
37 du Lochois · 38 du Trièves · 39 de la Petite Montagne · 40 de Chalosse · 42 du Forez · 43 de l’Emblavez · 46 du Ségala · 48 de la Margeride · 49 des Mauges
50 du Mortainais · 51 de l’Argonne · 53 des Coëvrons · 54 du Saintois · 56 du Vannetais · 58 du Morvan · 61 du Perche · 62 du Ternois · 63 du Livradois
64 de Soule · 65 des Baronnies bigourdanes · 67 de l’Outre-Forêt · 68 du Sundgau · 71 du Charolais · 72 du Saosnois · 76 du Pays de Bray · 79 du Mellois
80 du Vimeu · 81 du Sidobre · 84 du Luberon · 87 des Monts de Blond · 88 de la Vôge · 973 du Maroni · 974 des Hauts
`;
const towns = `
02 des Tisserands · 05 du Champsaur · 08 de la Macérienne · 10 des Bonnetiers · 17 du Vieux Port · 25 de l’Horloge · 27 des Deux Rives · 28 du Faubourg Saint-Brice
33 des Chais · 34 des Tanneurs · 41 du Carroir · 44 du Quai Rouge · 45 de la Faïencerie · 47 des Cornières · 52 des Couteliers · 57 du Haut-Fourneau
60 de la Brosserie · 66 du Grenat · 70 de la Dentelle · 73 des Savoyardes · 82 de la Halle aux Grains · 85 du Bocage · 86 de la Gare · 89 des Ocriers · 90 du Lion
04 des Faïences · 83 du Liège · 971 de la Darse · 972 du Lamentin · 2A du Golfe
`;
const neighbourhoods = `
13 des Micocouliers · 31 des Fontanelles · 33 du Grand Parc · 38 du Village Neuf · 44 des Dervallières · 59 de la Lainière · 59 des Trois Ponts · 67 de la Cité Rose
69 du Plateau · 76 des Sapins · 78 du Val fleuri · 92 des Agnettes · 93 du Canal · 94 des Bords de Marne · 976 de Kawéni
`;

function read(list: string, territory: TerritoryKind): Place[] {
  return list
    .trim()
    .split(/\s*[·\n]\s*/)
    .flatMap((entry) => {
      const [, department = '', endings = ''] = /^(\S+) (.+)$/.exec(entry) ?? [];
      return endings.split(', ').map((ending) => ({ department, ending, territory }));
    });
}

/** About six in ten are rural, three in small or medium towns, one or two in priority neighbourhoods. */
export const places: readonly Place[] = [
  ...read(rural, 'rural'),
  ...read(towns, 'town'),
  ...read(neighbourhoods, 'qpv'),
];

/** What is made there. */
export const workshops = [
  'La Filature',
  'L’Établi',
  'La Forge',
  'La Menuiserie',
  'La Savonnerie',
  'Le Moulin',
  'La Corderie',
  'La Papeterie',
  'L’Imprimerie',
  'La Scierie',
  'La Verrerie',
  'La Poterie',
  'La Conserverie',
  'La Ressourcerie',
  'La Tannerie',
  'L’Usine',
  'La Couturerie',
  'Le Fournil',
] as const;
