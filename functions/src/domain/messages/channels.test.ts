import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { DAY } from '../calendar.ts';
import { defaultSettings } from '../programme/settings.ts';
import {
  type Channel,
  type Conversation,
  channelKey,
  channelReadRefusal,
  channelReadUntil,
  channelsOf,
  channelWriteRefusal,
} from './channels.ts';

const now = Date.parse('2024-03-05T10:00:00Z');
const conversation: Conversation = {
  missionId: 'mission',
  expertId: 'atelier',
  parts: [
    { laureateId: 'lac', status: 'requested', leftAt: null },
    { laureateId: 'bois', status: 'joined', leftAt: null },
    { laureateId: 'mer', status: 'proposed', leftAt: null },
    { laureateId: 'pré', status: 'left', leftAt: now - DAY },
    { laureateId: 'non', status: 'declined', leftAt: null },
  ],
  endedAt: null,
};

const of = (laureateId: string): Actor => ({
  ...{ kind: 'laureate', uid: laureateId, name: laureateId, signedInAt: now },
  memberships: [{ laureateId, role: 'contributor' }],
});
const expert = (expertId: string): Actor => ({
  kind: 'expert',
  uid: expertId,
  name: expertId,
  signedInAt: now,
  expertId,
});
const actors = {
  lac: of('lac'),
  bois: of('bois'),
  mer: of('mer'),
  pré: of('pré'),
  non: of('non'),
  ailleurs: of('ailleurs'),
  atelier: expert('atelier'),
  autre: expert('autre'),
  staff: { kind: 'staff', uid: 'staff', name: 'Camille', signedInAt: now },
  observer: { kind: 'observer', uid: 'observer', name: 'Lou', signedInAt: now },
  anonymous: { kind: 'anonymous' },
} as const satisfies Record<string, Actor>;
type Name = keyof typeof actors;

/** Who reads each channel, and who writes there while the mission lives: everybody else is refused. */
const everywhere = ['staff', 'observer'] as const;
const readers: Readonly<Record<string, readonly Name[]>> = {
  everyone: ['lac', 'bois', 'pré', 'atelier', ...everywhere],
  expert: ['atelier', ...everywhere],
  'laureate.lac': ['lac', ...everywhere],
  'laureate.bois': ['bois', ...everywhere],
  'laureate.mer': ['mer', ...everywhere],
  'laureate.pré': ['pré', ...everywhere],
};
const writes = (name: Name, key: string) => name !== 'observer' && !(name === 'pré' && key === 'everyone');
const at = (instant: number) => ({ settings: { ...defaultSettings, messageDaysAfterEnd: 60 }, now: instant });
const names = Object.keys(actors).filter((name): name is Name => name in actors);

describe('the channels of a mission', () => {
  it('are everyone’s, the expert’s, and one a laureate that has not declined', () => {
    expect(channelsOf(conversation).map(channelKey)).toEqual(Object.keys(readers));
  });

  it.each(channelsOf(conversation).map((channel) => [channelKey(channel), channel] as const))(
    '%s is read and written by its own, and by nobody else',
    (key, channel) => {
      for (const name of names) {
        const read = readers[key]?.includes(name) ?? false;
        expect(channelReadRefusal(actors[name], conversation, channel)?.code, name).toBe(
          read ? undefined : 'not-yours',
        );
        const refusal = channelWriteRefusal(actors[name], conversation, channel, at(now));
        if (!read) expect(refusal?.code, name).toBe('not-yours');
        else expect(refusal === null, name).toBe(writes(name, key));
      }
    },
  );

  it('of a laureate that declined, or of nobody, are read by nobody', () => {
    for (const laureateId of ['non', 'ailleurs']) {
      const channel: Channel = { kind: 'laureate', laureateId };
      expect(channelReadRefusal(of(laureateId), conversation, channel)?.code).toBe('not-yours');
      expect(channelReadRefusal(actors.staff, conversation, channel)?.code).toBe('not-yours');
    }
  });

  it('of everyone are read by who left up to that instant, and its own for ever', () => {
    const until = (channel: Channel) => channelReadUntil(actors.pré, conversation, channel);
    expect(until({ kind: 'everyone', laureateId: null })).toBe(now - DAY);
    expect(until({ kind: 'laureate', laureateId: 'pré' })).toBe(Number.POSITIVE_INFINITY);
    expect(channelReadUntil(actors.lac, conversation, { kind: 'everyone', laureateId: null })).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});

describe('once the mission has ended', () => {
  const ended = { ...conversation, endedAt: now };
  const everyone: Channel = { kind: 'everyone', laureateId: null };

  it('one reads for ever, and writes for the days of the setting', () => {
    const later = (days: number) => channelWriteRefusal(actors.lac, ended, everyone, at(now + days * DAY))?.code;
    expect([later(0), later(60), later(61)]).toEqual([undefined, undefined, 'channel-closed']);
    expect(channelReadRefusal(actors.lac, ended, everyone)).toBeNull();
  });

  it('or one’s part in it, for one’s own channel alone', () => {
    const own: Channel = { kind: 'laureate', laureateId: 'pré' };
    expect(channelWriteRefusal(actors.pré, conversation, own, at(now + 59 * DAY))).toBeNull();
    expect(channelWriteRefusal(actors.pré, conversation, own, at(now + 61 * DAY))?.code).toBe('channel-closed');
    expect(channelWriteRefusal(actors.lac, conversation, everyone, at(now + 61 * DAY))).toBeNull();
  });
});
