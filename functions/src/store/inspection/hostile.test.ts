import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { inspect } from './inspect.ts';
import { hostileActions } from './testing/hostile-pdf-actions.ts';

async function verdict(bytes: Buffer): Promise<string> {
  const judged = await inspect(bytes, false);
  return isRefusal(judged) ? judged.code : judged.contentType;
}

describe.each([['actions', hostileActions]])('hostile %s', (_kind, rows) => {
  it.each(rows)('$name: refused, and accepted without it', async ({ code, make }) => {
    expect([await verdict(await make(true)), await verdict(await make(false))]).toEqual([code, 'application/pdf']);
  });
});
