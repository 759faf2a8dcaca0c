import { addresses } from './addresses.ts';
import { dataBlock, type Html, html, type Part, shown } from './html.ts';

export interface Page {
  /** Of the browser’s tab and of search engines; the programme’s name is added. */
  readonly title: string;
  readonly description: string;
  /** Address without which others are copies of it; null for a page that search engines must leave out. */
  readonly canonical: string | null;
  /** For search engines; null for none. */
  readonly data: unknown;
  readonly body: Html;
}

interface Frame {
  /** Of the site, without a final slash. */
  readonly origin: string;
  /** Inside a page of somebody else, which has a header and a footer of its own. */
  readonly embedded: boolean;
}

/** A whole page, which needs no script. The stylesheet has one address, so that a page kept by a cache never asks for one that is gone. */
export function documentOf({ title, description, canonical, data, body }: Page, { origin, embedded }: Frame): string {
  const link = canonical !== null && html`<link rel="canonical" href="${origin}${canonical}">`;
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${shown(title)} · Sur mesure</title>
<meta name="description" content="${shown(description)}">
${canonical === null ? html`<meta name="robots" content="noindex">` : link}
<link rel="alternate" href="${addresses.feed}" type="application/atom+xml" title="Nouveaux experts de l’annuaire">
<link rel="sitemap" href="${addresses.sitemap}" type="application/xml">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/annuaire.css">
${data !== null && dataBlock(data)}
</head>
<body>
<div id="page"${embedded && html` class="embedded"`}>
${embedded ? html`<main id="contenu" class="page-width page-main">${body}</main>` : framed(body, addresses.list)}
</div>
</body>
</html>
`.markup;
}

/** With the header and the footer of every page that needs no script. `current` is the address among the links of the header, if it is one of them. */
export function framed(body: Html, current: string): Html {
  const here = current === addresses.list && html` aria-current="page"`;
  return html`<a class="skip" href="#contenu">Aller au contenu</a>
<header class="page-header no-print"><div class="page-width page-header-line">
<a class="page-name" href="/"><span class="page-mark" aria-hidden="true"></span> Sur mesure <span class="page-programme">Manufactures de proximité</span></a>
<nav class="page-navigation" aria-label="Pages publiques"><a href="${addresses.list}"${here}>Annuaire</a><a href="/inscription">Devenir expert</a></nav>
<a class="page-who" href="/connexion">Se connecter</a>
</div></header>
<main id="contenu" class="page-width page-main" tabindex="-1">${body}</main>
<footer class="page-footer no-print"><div class="page-width row row-apart">
<p>Accompagnement sur mesure, programme Manufactures de proximité, porté par France Tiers-Lieux.</p>
<nav class="row" aria-label="Pied de page">
<a class="page-footer-link" href="/aide">Aide</a>
<a class="page-footer-link" href="/inscription">Devenir expert</a>
<a class="page-footer-link" href="/verification">Vérifier un document</a>
<a class="page-footer-link" href="/accessibilite">Accessibilité : non conforme</a>
<a class="page-footer-link" href="/donnees-personnelles">Données personnelles</a>
<a class="page-footer-link" href="/mentions-legales">Mentions légales</a>
<a class="page-footer-link" href="/connexion">Se connecter</a>
</nav></div></footer>`;
}

export function heading(title: string, overline: Part = null): Html {
  return html`<div class="stack stack-tight">${overline !== null && html`<p class="overline">${overline}</p>`}<h1>${shown(title)}</h1></div>`;
}

const shapes = { success: 'M3.5 8.5l3 3 6-7', error: 'M4.5 4.5l7 7m0-7l-7 7', info: 'M8 7v5M8 4.2v.1' } as const;

/** What happened, with a word and a shape. */
export function notice(tone: keyof typeof shapes, title: string, content: Html): Html {
  return html`<div class="notice notice-${tone}" role="${tone === 'error' ? 'alert' : 'status'}">
<svg class="notice-shape" viewBox="0 0 16 16" aria-hidden="true"><path d="${shapes[tone]}"/></svg>
<div class="stack stack-tight"><p class="notice-title">${shown(title)}</p><div>${content}</div></div></div>`;
}
