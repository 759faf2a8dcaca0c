import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiErrorCodes, apiErrors } from '../functions/src/domain/api-access/errors.ts';
import type { ApiFields } from '../functions/src/domain/api-access/fields.ts';
import { DEFAULT_ROWS, MOST_ROWS } from '../functions/src/domain/api-access/pages.ts';
import { apiResources } from '../functions/src/domain/api-access/resources.ts';
import { API_DESCRIPTION, API_ROOT, apiScopes } from '../functions/src/domain/api-access/scopes.ts';
import { LONGEST_TOKEN_DAYS } from '../functions/src/domain/api-access/tokens.ts';
import { apiLimits } from '../functions/src/store/api-access/door.ts';

/** `node tools/api-guide.ts` prints what programs may read, from the tables that answer them, into `docs/api.md`. */
export const PAGE = fileURLToPath(new URL('../docs/api.md', import.meta.url));

export function apiGuide(): string {
  const { missions, laureates, experts, figures } = apiResources(() => []);
  return `# Lire les données par un programme

Page faite par \`node tools/api-guide.ts\` à partir des tables du service ; un test échoue quand elle n’est plus à jour.

Un tableau de bord ou un tableur peut lire les données du programme, sans jamais rien changer. Les experts de l’annuaire, qui sont publics, se lisent
sans jeton : \`/annuaire.json\`, \`/annuaire.csv\`, et \`/annuaire.atom\` pour suivre les nouveaux.

## Le jeton

L’équipe en crée un dans *Réglages › Accès aux données* : un nom, ce qu’il permet de lire, un dernier jour (${LONGEST_TOKEN_DAYS} jours au plus). Il est montré une
seule fois. Il cesse de servir à sa fin, dès qu’il est révoqué, et quand la personne qui l’a créé n’est plus de l’équipe. Il n’ouvre aucune page.

Il se donne dans un en-tête, jamais dans l’adresse :

\`\`\`sh
curl -H "Authorization: Bearer $JETON" "https://…${API_ROOT}/${apiScopes.missions.path}?nombre=${DEFAULT_ROWS}"
\`\`\`

Au plus ${apiLimits.minute.most} demandes par minute et ${apiLimits.day.most.toLocaleString('fr-FR')} par jour avec un même jeton. Une page d’un autre site ne peut pas lire ces
adresses (aucun CORS) : le jeton reste sur un serveur.

## Les pages

\`{ "donnees": [ … ], "total": 412, "suivant": "…" }\`. \`nombre\` : lignes d’une page, ${DEFAULT_ROWS} sinon, ${MOST_ROWS} au plus. \`apres\` : la marque \`suivant\` de la page
précédente ; \`null\` sur la dernière. Les lignes sont dans l’ordre des identifiants, qui ne changent jamais. Un paramètre inconnu est refusé.

Un montant est un nombre entier de centimes, avec sa monnaie : \`{ "centimes": 123456, "monnaie": "EUR" }\`. Un instant est en UTC (\`2026-03-05T13:05:00.000Z\`), un
jour est de Paris (\`2026-03-05\`). \`ETag\` et \`If-None-Match\` évitent de recevoir deux fois la même réponse. La description pour les programmes (OpenAPI 3.1) est publique :
\`${API_DESCRIPTION}\`. De nouveaux champs peuvent s’ajouter ; ce qui existe ne change pas sous \`v1\`.

${[section('missions', missions), section('laureates', laureates), section('experts', experts), section('figures', figures)].join('\n')}
## Les refus

\`{ "erreur": { "code": "…", "message": "…" } }\`. Le code ne change pas ; le message est une phrase.

| statut | code | phrase |
|---|---|---|
${apiErrorCodes.map((code) => `| ${apiErrors[code].status} | \`${code}\` | ${apiErrors[code].message} |`).join('\n')}
`;
}

function section<Row>(scope: keyof typeof apiScopes, fields: ApiFields<Row>): string {
  const { label, path, hint } = apiScopes[scope];
  const rows = Object.entries(fields).map(([name, { description, schema }]) => {
    return `| \`${name}\` | ${kindOf(schema)} | ${description} |`;
  });
  return `## ${label} : \`${API_ROOT}/${path}\`\n\n${hint}\n\n| champ | forme | ce que c’est |\n|---|---|---|\n${rows.join('\n')}\n`;
}

const kinds: Readonly<Record<string, string>> = {
  ...{ string: 'texte', number: 'nombre', boolean: 'vrai ou faux', object: 'montant', array: 'liste' },
  ...{ date: 'jour', 'date-time': 'instant' },
};

function kindOf({ type, format }: Readonly<Record<string, unknown>>): string {
  const [one, other] = Array.isArray(type) ? type.map(String) : [String(type)];
  const kind = kinds[typeof format === 'string' ? format : (one ?? '')] ?? '';
  return other === undefined ? kind : `${kind}, ou \`null\``;
}

if (import.meta.main) writeFileSync(PAGE, apiGuide());
