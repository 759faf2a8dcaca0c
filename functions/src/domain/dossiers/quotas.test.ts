import { describe, expect, it } from 'vitest';
import { defaultSettings as settings } from '../programme/settings.ts';
import { largestFile, quotaRefusal, sizeRefusal } from './quotas.ts';

const MEGABYTE = 1_000_000;

describe('Room for one more file', () => {
  it('ends with the 60th file of a mission', () => {
    const mission = (filesOfMission: number) => quotaRefusal(settings, { filesOfMission, bytesOfLaureate: null }, 1);
    expect(mission(59)).toBeNull();
    expect(mission(60)).toMatchObject({ code: 'mission-full', message: expect.stringContaining('60 fichiers') });
  });

  it('ends with 500 MB a laureate, to the byte', () => {
    const laureate = (size: number) =>
      quotaRefusal(settings, { filesOfMission: null, bytesOfLaureate: 499 * MEGABYTE }, size);
    expect(laureate(MEGABYTE)).toBeNull();
    expect(laureate(MEGABYTE + 1)).toMatchObject({ code: 'laureate-full', message: expect.stringContaining('500 Mo') });
  });

  it('is 20 MB for a working document and 10 MB for what binds', () => {
    const refused = (size: number, piece: 'working' | 'devis') =>
      sizeRefusal(size, largestFile(settings, piece))?.code ?? null;
    expect(refused(20 * MEGABYTE, 'working')).toBeNull();
    expect(refused(20 * MEGABYTE + 1, 'working')).toBe('file-too-large');
    expect(refused(10 * MEGABYTE, 'devis')).toBeNull();
    expect(refused(10 * MEGABYTE + 1, 'devis')).toBe('file-too-large');
    expect(refused(0, 'devis')).toBe('file-empty');
  });

  it('is 500 kB for a logo, which each document of its laureate carries', () => {
    const most = largestFile(settings, 'logo');
    expect(sizeRefusal(500_000, most)).toBeNull();
    expect(sizeRefusal(500_001, most)).toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('500 Ko'),
    });
  });
});
