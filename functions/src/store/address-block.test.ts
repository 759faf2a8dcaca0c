import { describe, expect, it } from 'vitest';
import { addressBlock } from './address-block.ts';

describe('what is counted as one caller', () => {
  it('is the /64 of an IPv6 address, however it is written', () => {
    for (const address of ['2001:db8:0:7::1', '2001:0DB8:0000:0007:aaaa:bbbb:cccc:dddd', '2001:db8:0:7:1::%eth0'])
      expect(addressBlock(address), address).toBe('2001:db8:0:7::/64');
    expect(addressBlock('2001:db8::7:1:2:3')).toBe('2001:db8:0:0::/64');
    expect(addressBlock('::1')).toBe('0:0:0:0::/64');
    expect(addressBlock('64:ff9b::192.0.2.1')).toBe('64:ff9b:0:0::/64');
  });

  it('is not the neighbour of that block', () => {
    expect(addressBlock('2001:db8:0:8::1')).not.toBe(addressBlock('2001:db8:0:7::1'));
  });

  it('is a whole IPv4 address, also when it is written as an IPv6 one', () => {
    expect(addressBlock('198.51.100.7')).toBe('198.51.100.7');
    expect(addressBlock('::ffff:198.51.100.7')).toBe('198.51.100.7');
    expect(addressBlock('198.51.100.8')).toBe('198.51.100.8');
  });

  it('is what was written where that is no address', () => {
    for (const written of ['unknown', '', ':::', '2001:db8:0:7']) expect(addressBlock(written)).toBe(written);
  });
});
