/**
 * What a token may read: each scope is one address of the data API. `personal`: whether what it gives names people, or the way to reach them. None does:
 * who needs that reads the pages, or their exports, under a name of their own. A scope that would is a line here, and a decision.
 */
export const apiScopes = {
  missions: {
    path: 'missions',
    label: 'Missions',
    hint: 'État, dates, manufactures, structure experte, devis et part de la subvention. Ni le besoin, ni les documents.',
    personal: false,
  },
  laureates: {
    path: 'laureats',
    label: 'Lauréats',
    hint: 'Manufactures, territoires, et où en est la subvention de chacune.',
    personal: false,
  },
  experts: {
    path: 'experts',
    label: 'Experts publiés',
    hint: 'Les structures de l’annuaire, ce qu’elles couvrent. Sans aucun moyen de les joindre.',
    personal: false,
  },
  figures: {
    path: 'chiffres',
    label: 'Chiffres du programme',
    hint: 'Les statistiques de la nuit dernière, ou les dernières demandées. Sans les avis.',
    personal: false,
  },
} as const satisfies Record<string, ApiScopeRow>;
export type ApiScope = keyof typeof apiScopes;

interface ApiScopeRow {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  readonly personal: boolean;
}

export const apiScopeNames = Object.keys(apiScopes).filter(isApiScope);

/** Whether a word names a scope of the table. */
export function isApiScope(name: string): name is ApiScope {
  return Object.hasOwn(apiScopes, name);
}

/** Where the data is, under the origin of the site: a new shape of what is already given is another number. */
export const API_ROOT = '/donnees/v1';
export const API_DESCRIPTION = `${API_ROOT}/openapi.json`;

/** The scope that an address is about; undefined for any other address. */
export function scopeAt(address: string): ApiScope | undefined {
  return apiScopeNames.find((name) => address === `${API_ROOT}/${apiScopes[name].path}`);
}
