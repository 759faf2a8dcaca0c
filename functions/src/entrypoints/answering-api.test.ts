import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterAll, describe, expect, it } from 'vitest';
import { apiErrorCodes, apiErrors, apiRefusal, tooManyRequests } from '../domain/api-access/errors.ts';
import { HOUR } from '../domain/calendar.ts';
import { refuse } from '../domain/refusal.ts';
import { answerApi, refused } from './answering-api.ts';

/** Of no project: whoever reads it fails. */
const nowhere = initializeApp({ projectId: 'demo-nowhere' }, 'answering-api');
afterAll(() => deleteApp(nowhere));
const place = { firestore: getFirestore(nowhere), origin: 'https://surmesure.exemple.fr', now: 0 };
const key = `Bearer sm_${'a'.repeat(43)}`;

const ask = (path: string, changes: { method?: string; authorization?: string } = {}) =>
  answerApi({ method: 'GET', path, parameters: new URLSearchParams(), authorization: undefined, ...changes }, place);

describe('A request to the data API', () => {
  it.each([
    ['/donnees/v1/missions', {}, 401],
    ['/donnees/v1/missions', { authorization: key.slice(0, -1) }, 401],
    ['/donnees/v1/missions', { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }, 401],
    ['/donnees/v1/missions', { authorization: key, method: 'POST' }, 405],
    ['/donnees/v1/openapi.json', { method: 'DELETE' }, 405],
    ['/donnees/v1/comptes', { authorization: key }, 404],
    ['/donnees/v1/__proto__', { authorization: key }, 404],
    ['/donnees/v1/openapi.json', {}, 200],
  ])('that no token can open, or that needs none, reads nothing: %s %j', async (path, changes, status) => {
    const answer = await ask(path, changes);
    expect(answer.status).toBe(status);
    expect(answer.headers).not.toHaveProperty('Access-Control-Allow-Origin');
    expect(answer.headers['Content-Type']).toBe('application/json; charset=utf-8');
  });

  it.each(apiErrorCodes)('is refused in French with a stable code, and kept by no cache: %s', (code) => {
    const { status, headers, body } = refused(apiRefusal(code));
    expect([status, JSON.parse(body)]).toEqual([apiErrors[code].status, { erreur: refusalOf(code) }]);
    expect(headers['Cache-Control']).toBe('private, no-store');
    expect(headers['WWW-Authenticate'] !== undefined).toBe(status === 401);
    expect(headers.Allow !== undefined).toBe(status === 405);
  });

  it.each([
    [0, '1', 'une minute'],
    [59_001, '60', 'une minute'],
    [60_001, '61', '2 minutes'],
    [3_600_000, '3600', '60 minutes'],
    [20 * HOUR + 1, '72001', '21 heures'],
  ])('over the limit of its minute or of its day is told when to come back: %i ms', (wait, seconds, words) => {
    const { status, headers, body } = refused(tooManyRequests(1_000 + wait, 1_000));
    const message = `Trop de demandes avec ce jeton : réessayez dans ${words}.`;
    expect([status, headers['Retry-After']]).toEqual([429, seconds]);
    expect(JSON.parse(body)).toEqual({ erreur: { code: 'too-many-requests', message } });
  });

  it('that met a refusal of another kind is a fault of ours', () => {
    expect(refused(refuse('staff-only', 'Réservé à l’équipe.'))).toMatchObject({ status: 500 });
  });
});

function refusalOf(code: (typeof apiErrorCodes)[number]) {
  return { code, message: apiErrors[code].message };
}
