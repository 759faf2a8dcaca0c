import { expect, it } from 'vitest';
import { regions } from '../programme/territories.ts';
import { departments } from './departments.ts';

it('every region has its departments, 101 in all', () => {
  expect(departments).toHaveLength(101);
  expect(new Set(departments.map(({ region }) => region))).toEqual(new Set(regions));
  expect(departments.every(({ code }) => /^(\d{2}|2[AB]|97\d)$/.test(code))).toBe(true);
});
