import type { DirectoryEntry } from '../domain/directory/entry.ts';
import { addresses, cardAddress } from './addresses.ts';
import { html, type Part } from './html.ts';

/** Pages that anybody may find, beside the cards; those of signed-in people show nothing to a robot (`web/public/robots.txt`). */
const publicPages = [addresses.list, '/inscription', '/verification'] as const;

/** Every public page, for search engines. */
export function sitemap(entries: readonly DirectoryEntry[], origin: string): string {
  const page = (address: string, day: Part) =>
    html`<url><loc>${origin}${address}</loc>${day && html`<lastmod>${day}</lastmod>`}</url>\n`;
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${publicPages.map((address) => page(address, null))}${entries.map(({ id, confirmedOn }) => page(cardAddress(id), confirmedOn))}</urlset>
`.markup;
}
