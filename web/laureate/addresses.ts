import { withParameters } from '../common/page/address.ts';

/** The views of the laureate's space, each with the word of its address: `/laureat?mission=12`, `/laureat?note`. */
export type Place =
  | { readonly name: 'home' }
  | { readonly name: 'note' }
  | { readonly name: 'dossier' }
  | { readonly name: 'request' }
  | { readonly name: 'experts' }
  | { readonly name: 'people' }
  | { readonly name: 'accesses' }
  | { readonly name: 'subsidy' }
  | { readonly name: 'mission'; readonly missionId: string };

export function placeIn(parameters: URLSearchParams): Place {
  const missionId = parameters.get('mission');
  if (missionId) return { name: 'mission', missionId };
  if (parameters.has('note')) return { name: 'note' };
  if (parameters.has('dossier')) return { name: 'dossier' };
  if (parameters.has('demande')) return { name: 'request' };
  if (parameters.has('experts')) return { name: 'experts' };
  if (parameters.has('personnes')) return { name: 'people' };
  if (parameters.has('acces')) return { name: 'accesses' };
  if (parameters.has('subvention')) return { name: 'subsidy' };
  return { name: 'home' };
}

/** Addresses of the space for one laureate; it is named only when the person chose among several. */
export function addressesOf(laureateId: string | null) {
  const address = (path: string, key?: string, value = '') => {
    const parameters = new URLSearchParams(key === undefined ? {} : { [key]: value });
    if (laureateId !== null) parameters.set('laureat', laureateId);
    return withParameters(path, parameters);
  };
  return {
    home: address('/laureat'),
    note: address('/laureat', 'note', 'oui'),
    dossier: address('/laureat', 'dossier', 'oui'),
    request: address('/laureat', 'demande', 'oui'),
    /** Asks another expert to go on with the need of an ended mission. */
    follow: (missionId: string) => {
      const parameters = new URLSearchParams({ demande: 'oui', suite: missionId });
      if (laureateId !== null) parameters.set('laureat', laureateId);
      return withParameters('/laureat', parameters);
    },
    /** Asks for a mission on one need, to share with others that have it too. */
    shareNeed: (subtheme: string) => {
      const parameters = new URLSearchParams({ demande: 'oui', besoin: subtheme });
      if (laureateId !== null) parameters.set('laureat', laureateId);
      return withParameters('/laureat', parameters);
    },
    experts: address('/laureat', 'experts', 'oui'),
    /** Asks those chosen among the experts that suit, for the needs they were looked for. */
    ask: ({
      expertIds,
      subthemes,
    }: {
      readonly expertIds: readonly string[];
      readonly subthemes: readonly string[];
    }) => {
      const parameters = new URLSearchParams({ demande: 'oui' });
      for (const id of expertIds) parameters.append('expert', id);
      for (const id of subthemes) parameters.append('sous-thematique', id);
      if (laureateId !== null) parameters.set('laureat', laureateId);
      return withParameters('/laureat', parameters);
    },
    people: address('/laureat', 'personnes', 'oui'),
    accesses: address('/laureat', 'acces', 'oui'),
    subsidy: address('/laureat', 'subvention', 'oui'),
    mission: (missionId: string) => address('/laureat', 'mission', missionId),
    decision: (missionId: string) => address('/decision', 'mission', missionId),
  };
}

export type Addresses = ReturnType<typeof addressesOf>;
