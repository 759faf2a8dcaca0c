import { describe, expect, it } from 'vitest';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { defaultSettings } from '../programme/settings.ts';
import { subthemeLabel, type Theme } from '../programme/theme-list.ts';
import { isRefusal } from '../refusal.ts';
import { decideSettings, LONGEST_CHANGE, type SettingsFacts } from './change.ts';
import { valueWords } from './rows.ts';
import { LONGEST_DETAIL, LONGEST_THEME, MOST_THEMES, themesFault } from './themes-setting.ts';

const now = Date.parse('2026-03-05T10:00:00Z');
const facts: SettingsFacts = {
  ...{ inForce: defaultSettings, lastChange: null, read: null, now },
  actor: { kind: 'staff', uid: 'camille', name: 'Camille Roux', signedInAt: 0 },
};

/** With this of one sub-theme. */
const with71 = (changed: object, themes: readonly Theme[] = builtInThemes): Theme[] =>
  themes.map((theme) => ({
    ...theme,
    subthemes: theme.subthemes.map((one) => (one.id === '7.1' ? { ...one, ...changed } : one)),
  }));
const withMore = (id: string, label: string): Theme[] =>
  builtInThemes.map((theme) =>
    theme.id === '7' ? { ...theme, subthemes: [...theme.subthemes, { id, label }] } : theme,
  );
/** With one theme called so. */
const called = (id: string, label: string, themes: readonly Theme[] = builtInThemes): Theme[] =>
  themes.map((theme) => (theme.id === id ? { ...theme, label } : theme));
const retired = (id: string): Theme[] =>
  builtInThemes.map((theme) =>
    theme.id === id ? { ...theme, subthemes: theme.subthemes.map((one) => ({ ...one, retired: true })) } : theme,
  );

function saved(themes: readonly Theme[], from = facts) {
  const asked = { basedOn: from.inForce.version, reason: 'À la demande des lauréats.', values: { themes } };
  const decided = decideSettings(from, asked);
  if (isRefusal(decided)) throw new Error(decided.message);
  return decided;
}
function codeOf(themes: readonly Theme[]): string | null {
  const decided = decideSettings(facts, { basedOn: 1, reason: 'Pour voir.', values: { themes } });
  return isRefusal(decided) ? decided.code : null;
}

const detailed = (count: number) => (theme: Theme) => ({
  ...theme,
  subthemes: Array.from({ length: count }, (_, index) => ({
    ...{ id: `${theme.id}.${index + 1}`, label: `${theme.id}.${index + 1} ${'x'.repeat(LONGEST_THEME - 10)}` },
    detail: 'y'.repeat(LONGEST_DETAIL),
  })),
});

describe('A change of themes', () => {
  it('renames a sub-theme from then on, and what was written before keeps its words', () => {
    const { settings, change } = saved(with71({ label: 'Identité et marque' }));
    expect(subthemeLabel(settings.themes, '7.1')).toBe('Identité et marque');
    expect(subthemeLabel(settings.themes, '7.1', now - 1)).toBe('Stratégie de marque');
    expect(change.changed).toEqual([
      { key: 'themes', before: '7.1 « Stratégie de marque »', after: '7.1 « Identité et marque »' },
    ]);
    const again = { ...facts, inForce: settings, now: now + 1_000 };
    const { themes } = saved(with71({ label: 'Marque' }, settings.themes), again).settings;
    const called = [now - 1, now, now + 1_000].map((at) => subthemeLabel(themes, '7.1', at));
    expect(called).toEqual(['Stratégie de marque', 'Identité et marque', 'Marque']);
  });

  it('adds, retires and takes up again, each said in the history', () => {
    expect(saved(withMore('7.4', 'Salons')).change.changed).toMatchObject([
      { before: '7.4 absente', after: '7.4 « Salons »' },
    ]);
    const { settings, change } = saved(with71({ retired: true }));
    expect(change.changed).toMatchObject([
      { before: '7.1 « Stratégie de marque »', after: '7.1 « Stratégie de marque », retirée' },
    ]);
    const back = saved(with71({ retired: undefined }, settings.themes), { ...facts, inForce: settings });
    expect(back.settings.themes).toEqual(builtInThemes);
  });

  it('of every sub-theme at once is kept whole in the history, or refused before anything is written', () => {
    const { change } = saved(builtInThemes.map(detailed(10)));
    const written = change.changed[0]?.after ?? '';
    expect(written).toContain('12.10 ');
    expect(written.length).toBeLessThanOrEqual(LONGEST_CHANGE);
    expect(codeOf(builtInThemes.map(detailed(20)))).toBe('change-too-long');
  });

  it('takes nothing away: whatever names it could not be read', () => {
    expect(codeOf(builtInThemes.slice(1))).toBe('theme-gone');
    const fewer = builtInThemes.map((theme) => ({ ...theme, subthemes: theme.subthemes.slice(1) }));
    expect(codeOf(fewer)).toBe('theme-gone');
    expect(codeOf(builtInThemes)).toBe('settings-unchanged');
  });

  it('never lets its author write what things were called before', () => {
    const { settings } = saved(with71({ label: 'Marque', former: [{ label: 'Faux', until: 1 }] }));
    expect(subthemeLabel(settings.themes, '7.1', 0)).toBe('Stratégie de marque');
  });

  it('leaves the themes as they are when other settings change', () => {
    const decided = decideSettings(facts, { basedOn: 1, reason: 'Plus long.', values: { messageDaysAfterEnd: 45 } });
    expect(decided).toMatchObject({ settings: { themes: builtInThemes } });
  });
});

describe('A list of themes is refused', () => {
  it.each([
    ['without a name', with71({ label: ' ' }), /un nom/],
    ['with a name too long', with71({ label: 'x'.repeat(LONGEST_THEME + 1) }), /200 caractères/],
    ['with one name twice', with71({ label: 'stratégie de communication externe' }), /noms différents/],
    ['with one theme called as another', called('7', 'stratégie foncière'), /noms différents aux thématiques/],
    ['with a theme called as a retired one', called('7', 'Stratégie foncière', retired('1')), /même retirées/],
    ['with one number twice', withMore('7.1', 'Salons'), /deux fois un numéro/],
    ['with a number of another theme', withMore('8.9', 'Salons'), /après sa thématique/],
    ['longer than one document holds', builtInThemes.map(detailed(MOST_THEMES)), /raccourcissez/],
    ['with nothing offered', builtInThemes.map((theme) => ({ ...theme, subthemes: [] })), /au moins une/],
  ])('%s', (_what, themes, message) => {
    expect(themesFault(themes)).toMatch(message);
    expect(codeOf(themes)).toBe('settings-out-of-bounds');
  });

  it('and kept when a theme takes a name of its own', () => {
    expect(themesFault(called('7', 'Stratégie de marque et ventes'))).toBeNull();
  });

  it('and kept when a retired one is called as one that is offered', () => {
    expect(themesFault(with71({ label: 'Stratégie de communication externe', retired: true }))).toBeNull();
  });
});

it('The themes are said by how many are offered', () => {
  expect(valueWords('themes', builtInThemes)).toBe('12 thématiques, 37 sous-thématiques');
  expect(valueWords('themes', with71({ retired: true }))).toBe('12 thématiques, 36 sous-thématiques');
});
