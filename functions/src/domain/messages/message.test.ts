import { describe, expect, it } from 'vitest';
import { HOUR } from '../calendar.ts';
import { isRefusal } from '../refusal.ts';
import { checkedText, LONGEST_MESSAGE, type Message, withdrawRefusal } from './message.ts';

const codeOf = (typed: string, attachments = 0) => {
  const checked = checkedText(typed, attachments);
  return isRefusal(checked) ? checked.code : checked.text;
};

describe('the words of a message', () => {
  it('keep their lines, and nothing that no keyboard writes', () => {
    expect(codeOf('  Bonjour,\r\n\nà\u0000 demain\u202e.  ')).toBe('Bonjour,\n\nà demain.');
  });

  it('may be missing when a document is joined, and have a length', () => {
    expect(codeOf(' \n ')).toBe('message-empty');
    expect(codeOf(' \n ', 1)).toBe('');
    expect(codeOf('é'.repeat(LONGEST_MESSAGE + 1))).toBe('message-too-long');
    expect(codeOf('é'.repeat(LONGEST_MESSAGE))).toHaveLength(LONGEST_MESSAGE);
  });
});

describe('a message is withdrawn', () => {
  const message: Message = {
    ...{ id: 'm', missionId: 'mission', channel: { kind: 'everyone', laureateId: null }, at: 1_000 },
    by: { uid: 'anne', name: 'Anne Le Goff', side: 'laureate', organisation: 'La Fabrique' },
    ...{ text: 'Bonjour', fileIds: [], withdrawnAt: null },
  };

  it('by its author, within the hour, once', () => {
    const code = (uid: string, one: Message, now: number) => withdrawRefusal(uid, one, now)?.code;
    expect(code('anne', message, 1_000 + HOUR)).toBeUndefined();
    expect(code('anne', message, 1_001 + HOUR)).toBe('too-late');
    expect(code('camille', message, 2_000)).toBe('not-your-message');
    expect(code('anne', { ...message, withdrawnAt: 1_500 }, 2_000)).toBe('already-withdrawn');
  });
});
