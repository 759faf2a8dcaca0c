import { apiErrorCodes, apiErrors } from './errors.ts';
import { type ApiFields, type Json, type JsonSchema, schemaOf } from './fields.ts';
import { DEFAULT_ROWS, MOST_ROWS } from './pages.ts';
import { apiResources } from './resources.ts';
import { API_ROOT, type ApiScope, apiScopeNames, apiScopes } from './scopes.ts';

/** The tables alone: no value is asked of them. */
const resources: Readonly<Record<ApiScope, { readonly schema: JsonSchema }>> = (() => {
  const { missions, laureates, experts, figures } = apiResources(() => []);
  const of = <Row>(fields: ApiFields<Row>) => ({ schema: schemaOf(fields) });
  return { missions: of(missions), laureates: of(laureates), experts: of(experts), figures: of(figures) };
})();

const parameters = [
  {
    ...{ name: 'nombre', in: 'query', required: false, description: 'Lignes d’une page.' },
    schema: { type: 'integer', minimum: 1, maximum: MOST_ROWS, default: DEFAULT_ROWS },
  },
  {
    ...{ name: 'apres', in: 'query', required: false, description: 'La marque « suivant » de la page précédente.' },
    schema: { type: 'string' },
  },
];

/** What programs read to read the rest (OpenAPI 3.1), made from the tables that the answers are made from. `origin`: of the site, without a final slash. */
export function openApi(origin: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: 'Données de l’accompagnement sur mesure', version: '1' },
      description:
        'Lecture seule, avec un jeton que l’équipe du programme donne. Montants en centimes, instants en UTC.',
    },
    servers: [{ url: `${origin}${API_ROOT}` }],
    security: [{ jeton: [] }],
    paths: Object.fromEntries(apiScopeNames.map((scope) => [`/${apiScopes[scope].path}`, pathOf(scope)])),
    components: {
      securitySchemes: { jeton: { type: 'http', scheme: 'bearer' } },
      schemas: {
        ...Object.fromEntries(apiScopeNames.map((scope) => [apiScopes[scope].path, resources[scope].schema])),
        erreur: errorSchema,
      },
    },
  };
}

function pathOf(scope: ApiScope): Json {
  const { label, hint, path } = apiScopes[scope];
  return {
    get: {
      ...{ operationId: path, summary: label, description: hint, parameters },
      responses: { 200: answerOf(path), ...errorAnswers },
    },
  };
}

function answerOf(path: string): Json {
  const schema = {
    type: 'object',
    required: ['donnees', 'total', 'suivant'],
    properties: {
      donnees: { type: 'array', items: { $ref: `#/components/schemas/${path}` } },
      total: { type: 'integer', description: 'De toutes les pages.' },
      suivant: { type: ['string', 'null'], description: 'À donner comme « apres » ; rien sur la dernière page.' },
    },
  };
  return { description: 'Une page, par identifiant.', content: { 'application/json': { schema } } };
}

const errorSchema = {
  type: 'object',
  required: ['erreur'],
  properties: {
    erreur: {
      ...{ type: 'object', required: ['code', 'message'] },
      properties: { code: { type: 'string', enum: apiErrorCodes }, message: { type: 'string' } },
    },
  },
} as const;

const errorAnswers = Object.fromEntries(
  apiErrorCodes.map((code) => [
    apiErrors[code].status,
    {
      description: apiErrorCodes.filter((other) => apiErrors[other].status === apiErrors[code].status).join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/erreur' } } },
    },
  ]),
);
