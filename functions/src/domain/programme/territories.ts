/** The programme's three priority territories and the regions and departments people choose from. */
export const territoryKinds = {
  rural: 'Territoire rural',
  town: 'Petite ou moyenne ville',
  qpv: 'Quartier prioritaire de la politique de la ville',
} as const;
export type TerritoryKind = keyof typeof territoryKinds;

export const regions = [
  'Auvergne-Rhône-Alpes',
  'Bourgogne-Franche-Comté',
  'Bretagne',
  'Centre-Val de Loire',
  'Corse',
  'Grand Est',
  'Guadeloupe',
  'Guyane',
  'Hauts-de-France',
  'Île-de-France',
  'La Réunion',
  'Martinique',
  'Mayotte',
  'Normandie',
  'Nouvelle-Aquitaine',
  'Occitanie',
  'Pays de la Loire',
  'Provence-Alpes-Côte d’Azur',
] as const;
export type Region = (typeof regions)[number];

/** « Intervient en Bretagne »: each region after its own preposition. */
export const regionPlaces = {
  'Auvergne-Rhône-Alpes': 'en Auvergne-Rhône-Alpes',
  'Bourgogne-Franche-Comté': 'en Bourgogne-Franche-Comté',
  Bretagne: 'en Bretagne',
  'Centre-Val de Loire': 'en Centre-Val de Loire',
  Corse: 'en Corse',
  'Grand Est': 'dans le Grand Est',
  Guadeloupe: 'en Guadeloupe',
  Guyane: 'en Guyane',
  'Hauts-de-France': 'dans les Hauts-de-France',
  'Île-de-France': 'en Île-de-France',
  'La Réunion': 'à La Réunion',
  Martinique: 'en Martinique',
  Mayotte: 'à Mayotte',
  Normandie: 'en Normandie',
  'Nouvelle-Aquitaine': 'en Nouvelle-Aquitaine',
  Occitanie: 'en Occitanie',
  'Pays de la Loire': 'dans les Pays de la Loire',
  'Provence-Alpes-Côte d’Azur': 'en Provence-Alpes-Côte d’Azur',
} as const satisfies Record<Region, string>;
