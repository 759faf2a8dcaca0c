import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { framed, heading } from '../../functions/src/pages/frame.ts';
import { type GuideAround, guideBody } from '../../functions/src/pages/guide.ts';
import { type Html, html } from '../../functions/src/pages/html.ts';
import { type HelpName, headHtml, helpHeads, isHelpName } from '../../web/page-heads.ts';
import { root } from '../commands.ts';
import { frameOf } from '../screenshots/guide-shots.ts';

const folder = join(root, 'docs', 'guides');
const web = join(root, 'web');

/** Address → the guide it shows; the first page has none and leads to the others. */
const guides = {
  'aide-laureat': { file: 'laureat.md', who: 'Vous êtes lauréat' },
  'aide-expert': { file: 'expert.md', who: 'Vous êtes expert' },
  'aide-equipe': { file: 'equipe.md', who: 'Vous êtes de l’équipe France Tiers-Lieux' },
} as const satisfies Partial<Record<HelpName, { file: string; who: string }>>;

const names = Object.keys(helpHeads).filter(isHelpName);

/**
 * Gives the build one page for each guide, without a script, in the frame of the directory: who can't open the application reads how. The build
 * hashes the pictures; one that was not taken yet is left out, since the pages must be built for it to be taken.
 */
export function helpPages(): Plugin {
  const fileOf = (name: HelpName) => join(web, `${name}.html`);
  const nameOf = (path: string) => names.find((name) => fileOf(name) === path);
  return {
    name: 'help-pages',
    enforce: 'pre',
    config: () => ({
      build: { rolldownOptions: { input: Object.fromEntries(names.map((name) => [name, fileOf(name)])) } },
    }),
    resolveId: (path) => (nameOf(path) === undefined ? null : path),
    load: (path) => {
      const name = nameOf(path);
      return name === undefined ? null : helpHtml(name);
    },
  };
}

export function helpHtml(name: HelpName): string {
  const head = headHtml(helpHeads[name], ['<link rel="stylesheet" href="/help/help.css" />']);
  const body = name === 'aide' ? welcome() : guideBody(readFileSync(join(folder, guides[name].file), 'utf8'), around);
  return `<!doctype html>
<html lang="fr">
  <head>
    ${head}
  </head>
  <body>
    <div id="page">${framed(body, `/${name}`).markup}</div>
  </body>
</html>
`;
}

function welcome(): Html {
  const links = Object.entries(guides).map(([name, { who }]) => html`<li><a href="/${name}">${who}</a></li>`);
  return html`${heading('Aide')}
<p class="lead">Un guide pour chacun, dans l’ordre de ce que l’on veut faire.</p>
<ul class="plain-list guide-contents">${links}</ul>
<p>Vous ne trouvez pas ? L’équipe France Tiers-Lieux répond : son contact est au bas de chaque courriel et sur la page <a href="/accessibilite">Accessibilité</a>.</p>
<p class="small muted">Ce service est un logiciel libre : <a href="/licences.txt">licences de ce que contiennent ses pages</a>.</p>`;
}

const around: GuideAround = {
  pageOf: (file) => names.find((name) => name !== 'aide' && guides[name].file === file) ?? null,
  pictureOf: (file) => {
    const path = join(folder, file);
    if (!existsSync(path)) return null;
    const { width, height } = frameOf(basename(file));
    return { address: relative(web, path), width, height };
  },
};
