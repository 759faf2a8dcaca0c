import { createServer } from 'node:http';
import { isRefusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { authorizeCallsWith, call, view } from './call.ts';
import { abandoned, connectionLost, outcomeIsUnknown, refusalFrom, takenBack } from './refusals.ts';

describe('a refusal of the domain keeps its own code and sentence', () => {
  test('with details.code', () => {
    const body = {
      error: { status: 'FAILED_PRECONDITION', message: 'Le devis a expiré.', details: { code: 'devis_expired' } },
    };
    expect(refusalFrom(400, body)).toEqual({ refused: true, code: 'devis_expired', message: 'Le devis a expiré.' });
  });
});

describe('an answer without a sentence of ours gets a French one', () => {
  test.each([
    [401, { error: { status: 'UNAUTHENTICATED', message: 'Unauthenticated' } }, 'signed_out'],
    [403, { error: { status: 'PERMISSION_DENIED', message: 'Missing permissions' } }, 'not_allowed'],
    [404, { error: { status: 'NOT_FOUND', message: 'Not found' } }, 'not_found'],
    [429, { error: { status: 'RESOURCE_EXHAUSTED', message: '' } }, 'too_many'],
    [500, { error: { status: 'INTERNAL', message: 'INTERNAL' } }, 'unexpected'],
    [500, { error: { status: 'MADE_UP', message: 'x' } }, 'unexpected'],
    [502, undefined, 'unavailable'],
    [503, '<html>', 'unavailable'],
    [504, undefined, 'too_slow'],
    [429, undefined, 'too_many'],
    [200, undefined, 'unexpected'],
    [200, { error: null }, 'unexpected'],
    [400, { error: { status: 'INVALID_ARGUMENT', message: 'zod', details: { code: 7 } } }, 'invalid'],
  ])('%d %j is %s', (status, body, code) => {
    const refusal = refusalFrom(status, body);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(/^[A-ZÀÉ].*\.$/);
  });
});

/** A page's fetch knows its own origin, Node's does not: requests are sent to `origin` for the time of a test. */
const pageFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = pageFetch;
  authorizeCallsWith(async () => undefined);
});

function servedFrom(origin: string) {
  globalThis.fetch = (input, init) => pageFetch(new URL(String(input), origin), init);
}

describe('a call that waits for the network', () => {
  const input = { operationId: '8e1c2f1a-8f0c-4d52-9d0a-3f2d6a1f7a10', missionId: 'm1', laureateId: 'bois' } as const;
  const validate = { ...input, action: 'sendBack', input: { reason: 'x', reasons: [], version: 1 } } as const;
  const page = new EventTarget();
  const browser = { onLine: false };
  const sent = vi.fn(async () => Response.json({ result: {} }));

  beforeEach(() => {
    browser.onLine = false;
    sent.mockClear();
    vi.stubGlobal('navigator', browser);
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    globalThis.fetch = sent;
  });

  afterEach(() => vi.unstubAllGlobals());

  const comesBack = () => {
    browser.onLine = true;
    page.dispatchEvent(new Event('online'));
  };

  test('says so, and leaves when the network is back', async () => {
    const waits: unknown[] = [];
    const answer = call('missionAction', validate, { onWait: (wait) => waits.push(wait) });
    expect(waits).toEqual(['unsent']);
    expect(sent).not.toHaveBeenCalled();
    comesBack();
    expect(isRefusal(await answer)).toBe(false);
    expect(waits).toEqual(['unsent', undefined]);
    expect(sent).toHaveBeenCalledTimes(1);
  });

  test('never leaves once taken back, even when the network comes back in the same instant', async () => {
    const stop = new AbortController();
    const answer = call('missionAction', validate, { signal: stop.signal });
    comesBack();
    stop.abort();
    expect(await answer).toEqual(takenBack);
    expect(sent).not.toHaveBeenCalled();
  });

  test('does not pretend that nothing happened when it was cut on its way', async () => {
    browser.onLine = true;
    sent.mockImplementationOnce(async () => {
      browser.onLine = false;
      throw new TypeError('cut');
    });
    const stop = new AbortController();
    const waits: unknown[] = [];
    const onWait = (wait: unknown) => {
      waits.push(wait);
      if (wait !== undefined) queueMicrotask(() => stop.abort());
    };
    expect(await call('missionAction', validate, { signal: stop.signal, onWait })).toEqual(abandoned);
    expect(waits).toEqual(['unknown', undefined]);
  });
});

describe('a call', () => {
  test('is lost when nobody answers, and says what was kept', async () => {
    servedFrom('http://127.0.0.1:1');
    const answer = await call('requestSignIn', { email: 'a@exemple.fr', next: '/laureat' });
    expect(isRefusal(answer) && answer.code).toBe('connection_lost');
  });

  test('is abandoned, not lost, when the page gave up', async () => {
    servedFrom('http://127.0.0.1:1');
    const answer = await call(
      'requestSignIn',
      { email: 'a@exemple.fr', next: '/laureat' },
      { signal: AbortSignal.abort() },
    );
    expect(isRefusal(answer) && answer.code).toBe('abandoned');
  });

  test('sends its input and token in the callable protocol and gives the result back', async () => {
    const seen: unknown[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      seen.push([request.method, request.url, request.headers.authorization, JSON.parse(body)]);
      response.setHeader('Content-Type', 'application/json').end('{"result":{"sent":true}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    servedFrom(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`);
    authorizeCallsWith(async () => 'token-of-lea');
    expect(await call('requestSignIn', { email: 'a@exemple.fr', next: '/laureat' })).toEqual({ sent: true });
    expect(seen).toEqual([
      ['POST', '/api/requestSignIn', 'Bearer token-of-lea', { data: { email: 'a@exemple.fr', next: '/laureat' } }],
    ]);
    server.close();
  });
});

test('a view tells who read it, by the name of today', async () => {
  const readBy = { uid: 'lea', name: 'Léa Martin' };
  globalThis.fetch = async () => Response.json({ result: { name: 'me', readBy } });
  const heard = vi.fn();
  authorizeCallsWith(async () => 'token-of-lea', heard);
  await view({ name: 'me' });
  expect(heard.mock.calls).toEqual([[readBy]]);
});

test('an operation is repeated as the same one only while its outcome is unknown', () => {
  expect(outcomeIsUnknown(connectionLost)).toBe(true);
  expect(outcomeIsUnknown(refuse('sign-in-too-old', 'Votre connexion est ancienne.'))).toBe(false);
});
