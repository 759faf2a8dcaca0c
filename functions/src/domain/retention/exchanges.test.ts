import { describe, expect, it } from 'vitest';
import { roleLabels } from '../actor.ts';
import { DAY } from '../calendar.ts';
import { announcement, type ExchangesFacts, exchangesStep } from './exchanges.ts';

const closing = '2024-10-31';
const at = Date.parse('2026-10-02T01:30:00Z');
const announced = { at, about: announcement(closing, at), closedBy: null };
const over = Date.parse('2026-11-01T01:30:00Z');
const step = (change: Partial<ExchangesFacts> = {}) =>
  exchangesStep({ closing, hasLiveMission: false, announced, now: over, ...change });

describe('What the programme exchanged', () => {
  it('is announced thirty days before, and goes the day after its twenty-four months', () => {
    expect(step({ announced: null, now: at - DAY })).toBe('cancel');
    expect(step({ announced: null, now: at })).toBe('announce');
    expect(step({ now: over - DAY })).toBe('wait');
    expect(step()).toBe('erase');
    expect(announced.about).toContain('effacés le dimanche 1er novembre 2026 (clôture : jeudi 31 octobre 2024)');
  });

  it('never goes before staff were told for thirty days, however long ago the programme closed', () => {
    expect(step({ announced: null, now: over + 500 * DAY })).toBe('announce');
    const told = { ...announced, at: over, about: announcement(closing, over) };
    expect(step({ announced: told, now: over + 29 * DAY })).toBe('wait');
    expect(step({ announced: told, now: over + 30 * DAY })).toBe('erase');
  });

  it('never goes by dates that nobody saved, nor while a mission lives', () => {
    expect(step({ closing: null })).toBe('cancel');
    expect(step({ hasLiveMission: true })).toBe('cancel');
  });

  it('waits thirty days more for another closing, and after what the service took back; not for a task that staff closed', () => {
    expect(step({ closing: '2024-10-30' })).toBe('announce');
    expect(step({ closing: '2025-10-31' })).toBe('cancel');
    expect(step({ announced: { ...announced, closedBy: roleLabels.system } })).toBe('announce');
    expect(step({ announced: { ...announced, closedBy: 'Inès' } })).toBe('erase');
  });
});
