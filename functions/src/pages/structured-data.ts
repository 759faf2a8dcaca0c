import { themeLabels } from '../domain/directory/search.ts';
import type { ExpertCard } from '../domain/experts/card.ts';
import { subthemeLabel, type Theme } from '../domain/programme/theme-list.ts';
import { webAddress } from '../domain/web-address.ts';
import { addresses, cardAddress } from './addresses.ts';

/** What the directory is, for search engines (schema.org). */
export function siteData(origin: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: 'Annuaire des experts · Sur mesure',
    url: `${origin}${addresses.list}`,
    inLanguage: 'fr',
    publisher: { '@type': 'Organization', name: 'France Tiers-Lieux' },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${origin}${addresses.list}?mots={mots}` },
      'query-input': 'required name=mots',
    },
  };
}

/** What a card says, and nothing that its expert does not publish. */
export function cardData(
  card: ExpertCard,
  { origin, themes }: { readonly origin: string; readonly themes: readonly Theme[] },
): object {
  const site = webAddress(card.website);
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfessionalService',
    '@id': `${origin}${cardAddress(card.id)}`,
    name: card.company,
    description: card.skills,
    url: site?.href ?? `${origin}${cardAddress(card.id)}`,
    areaServed: card.regions.map((name) => ({ '@type': 'AdministrativeArea', name })),
    knowsAbout: [...themeLabels(card.subthemes, themes), ...card.subthemes.map((id) => subthemeLabel(themes, id))],
    ...(card.email !== null && { email: card.email }),
    ...(card.phone !== null && { telephone: card.phone }),
  };
}
