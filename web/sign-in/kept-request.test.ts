import { expect, test } from 'vitest';
import { keepRequest, keptRequest } from './kept-request.ts';

const request = { requestId: 'r1', address: 'lea@atelier.fr', askedAt: 1_000 };

function tab(content: string | null = null) {
  let kept = content;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
    removeItem: () => {
      kept = null;
    },
  };
}

test('a request is kept with the tab as long as its code lives, and forgotten on demand', () => {
  const storage = tab();
  keepRequest(storage, request);
  expect(keptRequest(storage, 1_000 + 10 * 60_000 - 1)).toEqual(request);
  expect(keptRequest(storage, 1_000 + 10 * 60_000)).toBeUndefined();
  keepRequest(storage, undefined);
  expect(keptRequest(storage, 1_000)).toBeUndefined();
});

test.each([null, '', '{', '[]', '{"requestId":1}'])('%j is no request', (content) => {
  expect(keptRequest(tab(content), 0)).toBeUndefined();
});

test('a closed storage keeps nothing and breaks nothing', () => {
  const refuse = () => {
    throw new DOMException('closed', 'SecurityError');
  };
  const closed = { getItem: refuse, setItem: refuse, removeItem: refuse };
  keepRequest(closed, request);
  expect(keptRequest(closed, 1_000)).toBeUndefined();
});
