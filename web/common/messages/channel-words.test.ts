import type { ChannelView, MessageRow } from '@sur-mesure/functions/domain/messages/views';
import { describe, expect, it } from 'vitest';
import { audienceOf, channelLabel, isMessageDraft, unreadIn } from './channel-words.ts';

const channel = (kind: 'everyone' | 'expert' | 'laureate', messages: readonly MessageRow[] = []): ChannelView => ({
  channel: kind === 'laureate' ? { kind, laureateId: 'lac' } : { kind, laureateId: null },
  key: kind,
  laureateName: kind === 'laureate' ? 'La Fabrique du Lac' : null,
  ...{ writeRefusal: null, readAt: 1_000, messages },
});
const read = { expertName: 'Atelier Bois', laureateNames: ['La Fabrique du Lac', 'Le Pré'] } as const;

describe('a channel, on its button', () => {
  it.each([
    ['laureate', 'everyone', 'Tout le monde'],
    ['laureate', 'laureate', 'L’équipe France Tiers-Lieux'],
    ['expert', 'expert', 'L’équipe France Tiers-Lieux'],
    ['staff', 'expert', 'Atelier Bois'],
    ['staff', 'laureate', 'La Fabrique du Lac'],
  ] as const)('for %s, %s is « %s »', (reader, kind, label) => {
    expect(channelLabel(channel(kind), { ...read, reader })).toBe(label);
  });
});

describe('who reads a channel is said above it', () => {
  it('of everyone: by name', () => {
    expect(audienceOf(channel('everyone'), { ...read, reader: 'expert' })).toBe(
      'Ce que vous écrivez ici est lu par La Fabrique du Lac, Le Pré, Atelier Bois et l’équipe France Tiers-Lieux.',
    );
  });

  it('of one side: with those who do not', () => {
    expect(audienceOf(channel('laureate'), { ...read, reader: 'laureate' })).toContain(
      'ni Atelier Bois, ni les autres manufactures',
    );
    const alone = { ...read, laureateNames: ['La Fabrique du Lac'], reader: 'laureate' } as const;
    expect(audienceOf(channel('laureate'), alone)).not.toContain('autres manufactures');
    expect(audienceOf(channel('expert'), { ...read, reader: 'expert' })).toContain('aucune manufacture');
  });
});

it('what is unread is what the others wrote since, and has not been taken back', () => {
  const row = (part: Partial<MessageRow>): MessageRow => ({
    ...{ messageId: 'm', at: 2_000, byName: 'Anne', organisation: 'La Fabrique du Lac', own: false, text: 'Bonjour' },
    ...{ files: [], withdrawnAt: null, mayWithdraw: false },
    ...part,
  });
  const rows = [row({}), row({ at: 1_000 }), row({ own: true }), row({ withdrawnAt: 2_500 })];
  expect(unreadIn(channel('everyone', rows))).toBe(1);
});

it('a draft of another shape is forgotten', () => {
  expect(isMessageDraft({ text: 'Bonjour', files: [{ fileId: 'f', name: 'plan.pdf' }] })).toBe(true);
  for (const other of [null, 'Bonjour', { text: 'Bonjour' }, { text: 1, files: [] }, { text: '', files: [null] }])
    expect(isMessageDraft(other)).toBe(false);
});
