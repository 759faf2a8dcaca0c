import { parametersOf, type Search } from '../domain/directory/search.ts';

/** Where each page of the directory is: what `firebase.json` leads to the function, and what links say. */
export const addresses = {
  list: '/',
  /** As people type it; leads to the list. */
  typed: '/annuaire',
  embedded: '/annuaire/integre',
  csv: '/annuaire.csv',
  json: '/annuaire.json',
  feed: '/annuaire.atom',
  sitemap: '/sitemap.xml',
} as const;

/** Whether an address may name an expert: what Firestore keeps for itself (`__x__`) is refused by it as a fault of ours. */
export function mayBeExpertId(id: string): boolean {
  return /^(?!__)[\w-]{1,60}$/.test(id);
}

export function cardAddress(expertId: string): string {
  return `/experts/${encodeURIComponent(expertId)}`;
}

export function messageAddress(expertId: string): string {
  return `${cardAddress(expertId)}/message`;
}

/** The same search always has the same address, which is what caches and links go by. */
export function searchAddress(path: string, search: Search, page = 1): string {
  const parameters = parametersOf(search);
  if (page > 1) parameters.set('page', String(page));
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}
