import { builtInThemes } from '@sur-mesure/functions/domain/programme/built-in-themes';
import { describe, expect, it } from 'vitest';
import { BAR, LONGEST_BAR, laidOut, linesOf } from './chart-layout.ts';

describe('A label', () => {
  it('keeps every word, in lines that a phone can show', () => {
    for (const { label } of builtInThemes) {
      expect(linesOf(label).join(' ')).toBe(label);
      for (const line of linesOf(label)) expect(line.length).toBeLessThanOrEqual(40);
    }
    expect(linesOf('Bretagne')).toEqual(['Bretagne']);
  });
});

describe('A chart', () => {
  const piece = (kind: string, part: number) => ({ kind, part });
  const rows = [
    { label: 'Bretagne', value: '10,00 €', pieces: [piece('settled', 0.75), piece('committed', 0.25)] },
    {
      label: 'Conseil technique autour de procédés de conception et de production',
      value: '0,00 €',
      pieces: [piece('settled', 0), piece('committed', 0)],
    },
  ];
  const { rows: laid, height } = laidOut(rows);

  it('puts the pieces of a row one after the other, up to the room kept for amounts', () => {
    expect(laid[0]?.bars).toEqual([
      { kind: 'settled', x: 0, width: LONGEST_BAR * 0.75 },
      { kind: 'committed', x: LONGEST_BAR * 0.75, width: LONGEST_BAR * 0.25 },
    ]);
    expect(laid[1]?.bars).toEqual([]);
  });

  it('lets no row cover another, whatever the lines of its label', () => {
    const [first, second] = laid;
    expect(second?.lines).toHaveLength(2);
    expect((second?.lines[0]?.y ?? 0) - 14).toBeGreaterThan((first?.barY ?? 0) + BAR);
    expect(height).toBe((second?.barY ?? 0) + BAR);
    expect(laidOut([]).height).toBe(0);
  });
});
