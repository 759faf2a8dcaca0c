import { type Author, authorOf, type SignedInActor } from '../actor.ts';
import { addDays, type Day, dayOf, formatDay, type Instant, isDay, MINUTE } from '../calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { apiRefusal } from './errors.ts';
import { type ApiScope, apiScopes } from './scopes.ts';

/** A key to the data API, as it is kept: nothing of the key itself, which is known by its hash. */
export interface ApiToken {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly madeAt: Instant;
  readonly by: Author;
  /** Its last day, in Paris. */
  readonly until: Day;
  readonly lastUsedOn: Day | null;
  readonly revoked: { readonly at: Instant; readonly by: Author } | null;
}

/** What its author writes. */
export interface ApiTokenAsked {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly until: Day;
}

export type ApiTokenCommand =
  | ({ readonly action: 'make' } & ApiTokenAsked)
  | { readonly action: 'revoke'; readonly tokenId: string };

/** What was made or revoked. `token`: of one that was just made, the only time that anybody reads it; null of a revocation. */
export interface ApiTokenAnswer {
  readonly tokenId: string;
  readonly done: string;
  readonly token: string | null;
}

/** A token in the page of the team. Its id is the hash by which it is known, which opens nothing. */
export interface ApiTokenRow extends Omit<ApiToken, 'by' | 'revoked'> {
  readonly tokenId: string;
  readonly byName: string;
  readonly state: ApiTokenState;
  readonly revokedAt: Instant | null;
  readonly revokedByName: string | null;
}

export const apiTokenStates = {
  live: 'En service',
  revoked: 'Révoqué',
  expired: 'Expiré',
  orphaned: 'Sans effet : son auteur n’est plus dans l’équipe',
} as const;
export type ApiTokenState = keyof typeof apiTokenStates;

/** Whether it opens something, or would again if its author came back to the team. */
export function isRevocable(state: ApiTokenState): boolean {
  return state === 'live' || state === 'orphaned';
}

export const LONGEST_TOKEN_NAME = 100;
/** « d’un an au plus » */
export const LONGEST_TOKEN_DAYS = 365;
/** Of tokens that have not come to their end, revoked ones included: all of them are on one page, so that none is live out of sight. */
export const MOST_TOKENS = 50;

export interface ApiTokenFacts {
  readonly actor: SignedInActor;
  readonly now: Instant;
  /** How many have not come to their end. */
  readonly standing: number;
  /** A setting: a key to a year of data asks for a sign-in younger than this, as what engages money does. */
  readonly freshSignInMinutes: number;
}

type Check = (asked: ApiTokenAsked, facts: ApiTokenFacts) => Refusal | null;

/** What was typed, against the facts. */
export const apiTokenChecks = {
  signedInLately: (_asked, { actor, now, freshSignInMinutes }) =>
    actor.kind === 'system' || now - actor.signedInAt <= freshSignInMinutes * MINUTE
      ? null
      : refuse(
          'sign-in-too-old',
          `Votre connexion date de plus de ${freshSignInMinutes} minutes. Rien n’est perdu : écrivez ici le code envoyé à votre adresse, et le jeton sera créé.`,
        ),
  named: ({ name }) =>
    name.trim() === '' || name.length > LONGEST_TOKEN_NAME
      ? refuse(
          'token-name',
          `Dites en ${LONGEST_TOKEN_NAME} caractères au plus à quoi ce jeton sert. Rien n’a été créé.`,
        )
      : null,
  scoped: ({ scopes }) =>
    scopes.length === 0 || new Set(scopes).size !== scopes.length
      ? refuse('token-scopes', 'Choisissez ce que ce jeton permet de lire. Rien n’a été créé.')
      : null,
  ends: ({ until }, { now }) => {
    const [today, last] = [dayOf(now), addDays(dayOf(now), LONGEST_TOKEN_DAYS)];
    return isDay(until) && until >= today && until <= last
      ? null
      : refuse('token-end', `Choisissez un jour d’ici au ${formatDay(last)}. Rien n’a été créé.`);
  },
  room: (_asked, { standing }) =>
    standing < MOST_TOKENS
      ? null
      : refuse(
          'too-many-tokens',
          `Il y a déjà ${MOST_TOKENS} jetons qui n’ont pas atteint leur fin. Rien n’a été créé.`,
        ),
} as const satisfies Record<string, Check>;

/** The token that is asked for, or what to type instead. Who may is in `access/policy.ts`. */
export function decideToken(facts: ApiTokenFacts, asked: ApiTokenAsked): ApiToken | Refusal {
  for (const check of Object.values<Check>(apiTokenChecks)) {
    const refusal = check(asked, facts);
    if (refusal) return refusal;
  }
  return {
    ...{ name: asked.name.trim(), scopes: asked.scopes, until: asked.until, madeAt: facts.now },
    ...{ by: authorOf(facts.actor), lastUsedOn: null, revoked: null },
  };
}

const unknownToken = refuse('token-unknown', 'Ce jeton n’existe pas ici. Rechargez la page.');

/** The token, revoked: at once and for ever. One that already is stays as it was. */
export function decideRevocation(
  token: ApiToken | null,
  { actor, now }: Pick<ApiTokenFacts, 'actor' | 'now'>,
): ApiToken | Refusal {
  if (token === null) return unknownToken;
  return token.revoked === null ? { ...token, revoked: { at: now, by: authorOf(actor) } } : token;
}

interface TokenMoment {
  readonly today: Day;
  /** Whether the account of its author is open, and of the team. */
  readonly authorActs: boolean;
}

/** Revoked before expired: the end that somebody chose is the one that is told. */
function tokenState({ revoked, until }: ApiToken, { today, authorActs }: TokenMoment): ApiTokenState {
  if (revoked !== null) return 'revoked';
  if (until < today) return 'expired';
  return authorActs ? 'live' : 'orphaned';
}

/** Null when this token reads this, else why not. It does nothing else, and opens no page. */
export function tokenRefusal(token: ApiToken | null, scope: ApiScope, moment: TokenMoment): Refusal | null {
  if (token === null) return apiRefusal('token-unknown');
  const state = tokenState(token, moment);
  if (state !== 'live') return apiRefusal(`token-${state}`);
  return token.scopes.includes(scope) ? null : apiRefusal('scope-missing');
}

/** A token as the page of the team shows it. */
export function tokenRow(tokenId: string, token: ApiToken, moment: TokenMoment): ApiTokenRow {
  const { by, revoked, ...shown } = token;
  return {
    ...{ tokenId, ...shown, byName: by.name, state: tokenState(token, moment) },
    revokedAt: revoked?.at ?? null,
    revokedByName: revoked?.by.name ?? null,
  };
}

/** « Missions, Lauréats » */
export function scopeLabels(scopes: readonly ApiScope[]): string {
  return scopes.map((scope) => apiScopes[scope].label).join(', ');
}

/** « Tableau de bord (Missions, Lauréats), jusqu’au mardi 4 mars 2025 » */
export function tokenInWords({ name, scopes, until }: ApiToken): string {
  return `${name} (${scopeLabels(scopes)}), jusqu’au ${formatDay(until)}`;
}

const TOKEN = /^sm_[\w-]{43}$/;

/**
 * The token of an `Authorization` header; null where there is none of its shape, for which nothing is read. Its first letters let a search for leaked
 * secrets find it in a repository.
 */
export function bearerToken(header: string | undefined): string | null {
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  return TOKEN.test(token) ? token : null;
}
