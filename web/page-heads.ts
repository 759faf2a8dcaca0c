/** What a page is before its code runs: its address, its head, and what it loads. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** The module that draws it. */
  readonly entry: string;
  /** Whether search engines may show it. */
  readonly isIndexed: boolean;
  /** Its address may hold a secret, which no other site must learn from a link that is followed. */
  readonly hidesAddress: boolean;
}

const signedIn = { isIndexed: false, hidesAddress: false } as const;
const byLink = { isIndexed: false, hidesAddress: true } as const;
const open = { isIndexed: true, hidesAddress: false } as const;

/**
 * By address: Hosting serves `laureat.html` at /laureat. `404.html` has words of its own for who has no JavaScript and is a file; the directory is
 * made by a function.
 */
export const pageHeads = {
  connexion: {
    ...{ ...byLink, entry: '/sign-in/main.tsx', title: 'Se connecter' },
    description: 'Recevoir par courriel un lien pour se connecter.',
  },
  laureat: {
    ...{ ...signedIn, entry: '/laureate/main.tsx', title: 'Espace lauréat' },
    description: 'Subvention, missions et documents de votre manufacture.',
  },
  decision: {
    ...{ ...byLink, entry: '/decision/main.tsx', title: 'Décider d’un devis' },
    description: 'Lire le diagnostic et le devis, puis décider.',
  },
  inscription: {
    ...{ ...open, entry: '/registration/main.tsx', title: 'Devenir expert' },
    description: 'S’inscrire comme expert de l’accompagnement sur mesure.',
  },
  verification: {
    ...{ ...open, entry: '/verification/main.tsx', title: 'Vérifier un document' },
    description: 'Comparer un fichier avec les preuves de validation du programme, sans l’envoyer.',
  },
  expert: {
    ...{ ...signedIn, entry: '/expert/main.tsx', title: 'Espace expert' },
    description: 'Demandes, dossiers et missions.',
  },
  equipe: {
    ...{ ...signedIn, entry: '/staff/main.tsx', title: 'Espace équipe' },
    description: 'Suivi du programme par France Tiers-Lieux.',
  },
  preferences: {
    ...{ ...byLink, entry: '/preferences/main.tsx', title: 'Mes courriels' },
    description: 'Choisir les courriels que l’on reçoit, et quand.',
  },
  accessibilite: {
    ...{ ...open, entry: '/accessibility/main.tsx', title: 'Accessibilité' },
    description: 'Déclaration d’accessibilité du service : ce qui est vérifié, ce qui ne l’est pas, à qui le dire.',
  },
  'mes-donnees': {
    ...{ ...signedIn, entry: '/my-data/main.tsx', title: 'Mes données' },
    description: 'Une copie de ce que le service garde de vous, et son effacement.',
  },
  'donnees-personnelles': {
    ...{ ...open, entry: '/privacy/main.tsx', title: 'Données personnelles' },
    description: 'Quelles données le service garde, pourquoi, combien de temps, et vos droits.',
  },
  'mentions-legales': {
    ...{ ...open, entry: '/legal/main.tsx', title: 'Mentions légales' },
    description: 'Qui publie ce service, qui l’héberge, sous quelle licence.',
  },
  galerie: {
    ...{ ...signedIn, entry: '/gallery/main.tsx', title: 'Galerie des composants' },
    description: 'Les pièces de l’interface, pour les regarder.',
  },
} as const satisfies Record<string, PageHead>;

export type PageName = keyof typeof pageHeads;

export function isPageName(name: string): name is PageName {
  return Object.hasOwn(pageHeads, name);
}

type HelpHead = Omit<PageHead, 'entry'>;

/** Pages of words alone, which no module draws: the build makes them from `docs/guides` (`tools/build/help-pages.ts`). */
export const helpHeads = {
  aide: {
    ...{ ...open, title: 'Aide' },
    description: 'Les guides de l’accompagnement sur mesure : lauréats, experts, équipe.',
  },
  'aide-laureat': {
    ...{ ...open, title: 'Guide du lauréat' },
    description: 'Trouver un expert, décider d’un devis, suivre sa subvention, terminer une mission.',
  },
  'aide-expert': {
    ...{ ...open, title: 'Guide de l’expert' },
    description: 'S’inscrire, répondre à une demande, remettre un diagnostic, un devis, un rapport, une facture.',
  },
  'aide-equipe': {
    ...{ ...open, title: 'Guide de l’équipe' },
    description: 'Ce qui attend l’équipe, experts, lauréats, missions, comptes, synthèses et réglages.',
  },
} as const satisfies Record<string, HelpHead>;

export type HelpName = keyof typeof helpHeads;

export function isHelpName(name: string): name is HelpName {
  return Object.hasOwn(helpHeads, name);
}

/** Both typefaces come with the first words; nothing is inline, since the content security policy refuses it. `loaded` is a stylesheet or a module. */
export function headHtml({ title, description, isIndexed, hidesAddress }: HelpHead, loaded: readonly string[]): string {
  const metas = [
    '<meta charset="utf-8" />',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="color-scheme" content="light dark" />',
    ...(hidesAddress ? ['<meta name="referrer" content="no-referrer" />'] : []),
    ...(isIndexed ? [] : ['<meta name="robots" content="noindex" />']),
  ];
  const fonts = ['bricolage-grotesque', 'source-sans-3'].map(
    (name) => `<link rel="preload" href="/fonts/${name}.woff2" as="font" type="font/woff2" crossorigin />`,
  );
  return [
    ...metas,
    `<title>${title} · Sur mesure</title>`,
    `<meta name="description" content="${description}" />`,
    '<link rel="icon" href="/icon.svg" type="image/svg+xml" />',
    ...fonts,
    ...loaded,
  ].join('\n    ');
}

export function pageHtml(head: PageHead): string {
  const loaded = [
    '<link rel="stylesheet" href="/common/base.css" />',
    `<script type="module" src="${head.entry}"></script>`,
  ];
  return `<!doctype html>
<html lang="fr">
  <head>
    ${headHtml(head, loaded)}
  </head>
  <body>
    <div id="page"></div>
    <noscript>
      <main class="lone">
        <h1>Cette page a besoin de JavaScript</h1>
        <p>Activez JavaScript dans votre navigateur, puis rechargez la page.</p>
      </main>
    </noscript>
  </body>
</html>
`;
}
