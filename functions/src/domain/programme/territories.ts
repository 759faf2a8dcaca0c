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
