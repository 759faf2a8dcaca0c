import { type DirectoryEntry, shortened } from '../domain/directory/entry.ts';
import { found, parametersOf, type Search, sectorsOf, themeLabels } from '../domain/directory/search.ts';
import { subthemeLabel, type Theme } from '../domain/programme/theme-list.ts';
import { addresses, cardAddress, searchAddress } from './addresses.ts';
import { heading, type Page } from './frame.ts';
import { counted, type Html, html, shown } from './html.ts';
import { franceMap } from './map.ts';
import { searchForm } from './search-form.ts';
import { siteData } from './structured-data.ts';

export interface ListRequest {
  readonly entries: readonly DirectoryEntry[];
  readonly search: Search;
  /** From 1; beyond the last, the last. */
  readonly page: number;
  readonly origin: string;
  readonly embedded: boolean;
  /** In force. */
  readonly themes: readonly Theme[];
}

/** More would be slow to come on an old phone, and nobody reads that many. */
export const pageSize = 24;
const shownThemes = 3;
const excerptLength = 180;

/** The directory as a page: who answers the search, where, and how to ask otherwise. */
export function listPage({ entries, search, page: asked, origin, embedded, themes }: ListRequest): Page {
  const path = embedded ? addresses.embedded : addresses.list;
  const anywhere = found(entries, { ...search, place: null }, themes);
  const here = search.place === null ? anywhere : found(anywhere, search, themes);
  const pages = Math.max(1, Math.ceil(here.length / pageSize));
  const page = Math.min(asked, pages);
  const title = titleOf(search, themes);
  return {
    title: page === 1 ? title : `${title}, page ${page}`,
    description:
      'Trouver un expert pour accompagner une manufacture de proximité : thématiques, territoires, filières, expériences.',
    canonical: embedded ? null : searchAddress(path, search, page),
    data: embedded ? null : siteData(origin),
    body: html`${embedded ? html`<h1 class="visually-hidden">${shown(title)}</h1>` : opening}
${searchForm({ action: path, search, sectors: sectorsOf(entries), themes })}
<div class="columns">
<section class="stack" aria-labelledby="resultats">
<h2 id="resultats">${counted(here.length, 'expert')}${asText(search, themes)}</h2>
${departmentNote(search)}
${here.length === 0 ? nobody(entries.length === 0, { path, embedded }) : cards(here.slice((page - 1) * pageSize, page * pageSize), { embedded, themes })}
${pages > 1 && pageLinks({ path, search, page, pages })}
${here.length > 0 && exportLinks(search, embedded)}
</section>
<aside>${franceMap({ path, search, anywhere })}</aside>
</div>`,
  };
}

const opening = html`${heading('Annuaire des experts')}
<p class="lead">Le programme Manufactures de proximité finance, pour chaque tiers-lieu lauréat, l’accompagnement de son choix : foncier, gouvernance, modèle économique, production… Trouvez ici qui peut vous aider.</p>`;

function titleOf(search: Search, themes: readonly Theme[]): string {
  return ['Annuaire des experts', askedTheme(search, themes), search.place?.label].filter(Boolean).join(' · ');
}

/** « : « bois », Bretagne »: the search in words, so that the figure says what it counts. */
function asText(search: Search, themes: readonly Theme[]): string {
  const { words, place, sector } = search;
  const quoted = words === '' ? '' : `« ${words} »`;
  const said = [quoted, askedTheme(search, themes), sector === '' ? '' : `filière « ${sector} »`, place?.label].filter(
    Boolean,
  );
  return said.length === 0 ? ' dans l’annuaire' : shown(` : ${said.join(', ')}`);
}

function askedTheme({ themeId, subthemeId }: Search, themes: readonly Theme[]): string | undefined {
  return subthemeId === null ? themes.find(({ id }) => id === themeId)?.label : subthemeLabel(themes, subthemeId);
}

function departmentNote({ place }: Search): Html | null {
  if (place === null || place.label === place.region) return null;
  return html`<p class="small muted">Les experts disent dans quelles régions ils interviennent : voici ceux qui couvrent ${place.region}, donc ${place.label}.</p>`;
}

function nobody(atAll: boolean, { path, embedded }: { readonly path: string; readonly embedded: boolean }): Html {
  return atAll
    ? html`<div class="empty"><p>L’annuaire ne compte encore personne : les premières inscriptions sont à l’examen.</p><a class="button button-secondary" href="/inscription"${beside(embedded)}>Inscrire votre structure${newTab(embedded)}</a></div>`
    : html`<div class="empty"><p>Personne ne répond à tous ces critères. Retirez-en un, ou cherchez d’autres mots.</p><a class="button button-secondary" href="${path}">Effacer les critères</a></div>`;
}

function cards(
  entries: readonly DirectoryEntry[],
  { embedded, themes }: Pick<ListRequest, 'embedded' | 'themes'>,
): Html {
  return html`<ul class="grid experts">${entries.map(
    ({ id, company, skills, subthemes, regions }) => html`<li class="card">
<h3><a href="${cardAddress(id)}"${beside(embedded)}>${shown(company)}${newTab(embedded)}</a></h3>
<p>${shown(shortened(skills, excerptLength))}</p>
<p class="small muted">${shown(withRest(themeLabels(subthemes, themes), 'thématique'))}</p>
<p class="small muted">${withRest(regions, 'région')}</p></li>`,
  )}</ul>`;
}

/** Inside another site, what is no part of the list opens beside it: our other pages let themselves be framed by nobody, and would be blank there. */
function beside(embedded: boolean): Html | false {
  return embedded && html` target="_blank" rel="noopener"`;
}

function newTab(embedded: boolean): Html | false {
  return embedded && html`<span class="visually-hidden"> (nouvel onglet)</span>`;
}

/** The first three, then how many more: a card stays a card, whatever the expert ticked. */
function withRest(labels: readonly string[], unit: string): string {
  const rest = labels.length - shownThemes;
  const first = labels.slice(0, shownThemes).join(' · ');
  return rest > 0 ? `${first} · et ${counted(rest, `autre ${unit}`, `autres ${unit}s`)}` : first;
}

interface PageLinksProps {
  readonly path: string;
  readonly search: Search;
  readonly page: number;
  readonly pages: number;
}

function pageLinks({ path, search, page, pages }: PageLinksProps): Html {
  const link = (to: number, words: string, rel: 'prev' | 'next') =>
    html`<a class="button button-secondary" rel="${rel}" href="${searchAddress(path, search, to)}">${words}</a>`;
  return html`<nav class="row" aria-label="Pages des résultats">
${page > 1 && link(page - 1, 'Page précédente', 'prev')}
<span>Page ${page} sur ${pages}</span>
${page < pages && link(page + 1, 'Page suivante', 'next')}</nav>`;
}

function exportLinks(search: Search, embedded: boolean): Html {
  const asked = parametersOf(search).size > 0 ? 'ces résultats' : 'tout l’annuaire';
  return html`<p class="small no-print">Enregistrer ${asked} : <a href="${searchAddress(addresses.csv, search)}"${beside(embedded)}>tableur (CSV)${newTab(embedded)}</a>, <a href="${searchAddress(addresses.json, search)}"${beside(embedded)}>données (JSON)${newTab(embedded)}</a>. Suivre ${asked} : <a href="${searchAddress(addresses.feed, search)}"${beside(embedded)}>fil des nouveaux experts (Atom)${newTab(embedded)}</a>.</p>`;
}
