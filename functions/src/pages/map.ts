import type { DirectoryEntry } from '../domain/directory/entry.ts';
import { placeOfRegion } from '../domain/directory/places.ts';
import { countsByRegion, type Search } from '../domain/directory/search.ts';
import { type Region, regions } from '../domain/programme/territories.ts';
import { searchAddress } from './addresses.ts';
import { counted, type Html, html, thousands } from './html.ts';
import { mapBox, regionShapes } from './map-geometry.ts';

interface MapProps {
  readonly path: string;
  readonly search: Search;
  /** Those that answer the search, wherever they are. */
  readonly anywhere: readonly DirectoryEntry[];
}

/** France, each region a link with its figure in it; the same in words below. A region without anybody is not a link: it would lead nowhere. */
export function franceMap({ path, search, anywhere }: MapProps): Html {
  const counts = [...countsByRegion(anywhere)].map(([region, count]) => ({
    ...{ region, count, current: search.place?.region === region },
    href: searchAddress(path, { ...search, place: placeOfRegion(region) }),
  }));
  return html`<section class="stack stack-tight map" aria-labelledby="carte">
<h2 id="carte">Où ils interviennent</h2>
<p class="small muted">Le nombre d’experts de chaque région, pour ce que vous cherchez.</p>
<svg class="map-france" viewBox="${mapBox}" role="group" aria-label="Carte de France par région">${counts.map(shapeOf)}</svg>
<details><summary>Les ${regions.length} régions en liste</summary><ul class="plain-list map-list">
${counts.map(({ region, count, href, current }) => html`<li>${count === 0 ? html`${region} : ${counted(0, 'expert')}` : html`<a href="${href}"${current && html` aria-current="true"`}>${region}</a> : ${counted(count, 'expert')}`}</li>`)}
</ul></details>
</section>`;
}

interface Counted {
  readonly region: Region;
  readonly count: number;
  readonly current: boolean;
  readonly href: string;
}

function shapeOf({ region, count, current, href }: Counted): Html {
  const { path, centre } = regionShapes[region];
  const words = html`${region} : ${counted(count, 'expert')}`;
  const drawn = html`<path d="${path}"/><text x="${centre[0]}" y="${centre[1]}" aria-hidden="true">${thousands(count)}</text>`;
  return count === 0
    ? html`<g class="map-empty" role="img" aria-label="${words}"><title>${words}</title>${drawn}</g>`
    : html`<a href="${href}" aria-label="${words}"${current && html` aria-current="true"`}><title>${words}</title>${drawn}</a>`;
}
