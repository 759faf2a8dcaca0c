import { describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';

describe('where a call came from', () => {
  it('is the address that Google’s front end appended, whatever the caller wrote before it', () => {
    const honest = callerOf({ 'x-forwarded-for': '203.0.113.9' }, '169.254.1.1');
    expect(honest).toEqual({ address: '203.0.113.9', relay: '203.0.113.9' });
    for (const written of ['1.2.3.4', '1.2.3.4, 5.6.7.8', ' ,', 'unknown', '203.0.113.10, ']) {
      expect(callerOf({ 'x-forwarded-for': `${written}, 203.0.113.9` }, '169.254.1.1')).toEqual(honest);
    }
  });

  it('is the browser through Hosting, and still the CDN that reached Google', () => {
    const headers = { 'x-forwarded-for': '198.51.100.7, 151.101.1.1', 'fastly-client-ip': '198.51.100.7' };
    expect(callerOf(headers, '169.254.1.1')).toEqual({ address: '198.51.100.7', relay: '151.101.1.1' });
  });

  it('leaves a forged browser in the bucket of who forged it', () => {
    const forged = ['1.1.1.1', '2.2.2.2'].map((address) =>
      callerOf({ 'x-forwarded-for': `${address}, 203.0.113.9`, 'fastly-client-ip': address }, undefined),
    );
    expect(forged.map(({ relay }) => relay)).toEqual(['203.0.113.9', '203.0.113.9']);
  });

  it('is the socket where nothing stands in front, and one shared bucket where even that is missing', () => {
    expect(callerOf({}, '127.0.0.1')).toEqual({ address: '127.0.0.1', relay: '127.0.0.1' });
    expect(callerOf({ 'x-forwarded-for': '' }, undefined)).toEqual({ address: 'unknown', relay: 'unknown' });
  });
});
