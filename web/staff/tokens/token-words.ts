import type { ApiScope } from '@sur-mesure/functions/domain/api-access/scopes';
import { type ApiTokenAsked, LONGEST_TOKEN_DAYS } from '@sur-mesure/functions/domain/api-access/tokens';
import { addDays, type Day } from '@sur-mesure/functions/domain/calendar';
import type { FieldError } from '../../common/notice/Notice.tsx';

export interface TypedToken {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly until: string;
}

/** Half a year: long enough for a dashboard, short enough that somebody looks at it again. */
const USUAL_DAYS = 180;

export function emptyToken(today: Day): TypedToken {
  return { name: '', scopes: [], until: addDays(today, USUAL_DAYS) };
}

export function lastDay(today: Day): Day {
  return addDays(today, LONGEST_TOKEN_DAYS);
}

export function tokenFieldId(name: keyof TypedToken): string {
  return `token-${name}`;
}

/** Why what was typed is no token yet, in the order of the page. The server says it again. */
export function tokenErrors({ name, scopes, until }: TypedToken, today: Day): FieldError[] {
  const wrong = (field: keyof TypedToken, message: string) => ({ fieldId: tokenFieldId(field), message });
  return [
    ...(name.trim() === '' ? [wrong('name', 'Dites à quoi ce jeton sert.')] : []),
    ...(scopes.length === 0 ? [wrong('scopes', 'Choisissez au moins une chose à lire.')] : []),
    ...(until < today || until > lastDay(today) ? [wrong('until', 'Choisissez un jour d’ici un an.')] : []),
  ];
}

export function tokenCommand({ name, scopes, until }: TypedToken): ApiTokenAsked & { readonly action: 'make' } {
  return { action: 'make', name: name.trim(), scopes, until };
}
