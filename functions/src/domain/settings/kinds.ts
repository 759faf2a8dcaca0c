import { type Day, formatDay, isDay } from '../calendar.ts';
import { isEmail } from '../email.ts';
import { type Cents, formatEuros, isCents } from '../money.ts';
import type { Theme } from '../programme/theme-list.ts';
import type { FourEyes } from '../subsidy/adjustment.ts';
import { isQuietPeriod, LONGEST_QUIET_PERIOD, type QuietPeriod } from '../working-days.ts';
import { themesFault, themesWords } from './themes-setting.ts';
import type { SettingValue } from './values.ts';

/** What a setting is made of, and how far it may go: `least` and `most` are both allowed. */
export type SettingKind =
  | { readonly kind: 'count'; readonly unit: CountUnit; readonly least: number; readonly most: number }
  /** Bytes, typed and read in whole millions of them. */
  | { readonly kind: 'size'; readonly least: number; readonly most: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'text'; readonly written: Writing }
  | { readonly kind: 'amounts' }
  /** Days counted from one beginning, each later than the one before. */
  | { readonly kind: 'steps'; readonly unit: CountUnit; readonly least: number; readonly most: number }
  /** Each by its date, the earliest first; none may be. */
  | { readonly kind: 'days' }
  /** Changed on a page of its own: each has its words, and its place. */
  | { readonly kind: 'themes' }
  | { readonly kind: 'fourEyes' }
  | { readonly kind: 'quietPeriod' };

interface ValueOfKind {
  count: number;
  size: number;
  day: Day;
  yesNo: boolean;
  text: string;
  amounts: readonly Cents[];
  steps: readonly number[];
  days: readonly Day[];
  themes: readonly Theme[];
  fourEyes: FourEyes;
  quietPeriod: QuietPeriod | null;
}
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
type KindNameFor<Value> = {
  [Name in keyof ValueOfKind]: Same<ValueOfKind[Name], Value> extends true ? Name : never;
}[keyof ValueOfKind];
/** The kinds that hold such values: a setting described as another kind does not compile. */
export type KindFor<Value> = Extract<SettingKind, { readonly kind: KindNameFor<Value> }>;

/** Singular and plural: French takes the plural from two. */
export const countUnits = {
  workingDays: ['jour ouvré', 'jours ouvrés'],
  days: ['jour', 'jours'],
  hours: ['heure', 'heures'],
  minutes: ['minute', 'minutes'],
  files: ['fichier', 'fichiers'],
  mails: ['courriel', 'courriels'],
  laureates: ['manufacture', 'manufactures'],
} as const satisfies Record<string, readonly [string, string]>;
export type CountUnit = keyof typeof countUnits;

const writings = {
  line: { isWritten: (text) => /\S/.test(text), asked: 'écrivez quelques mots' },
  /** Several lines; nothing says nothing. */
  words: { isWritten: () => true, asked: 'écrivez du texte' },
  email: { isWritten: isEmail, asked: 'écrivez une adresse de courriel, comme equipe@exemple.fr' },
  phone: {
    isWritten: (text) => /^\+?[\d ().-]{8,29}$/.test(text),
    asked: 'écrivez un numéro de téléphone, comme 01 23 45 67 89',
  },
} as const satisfies Record<string, { readonly isWritten: (text: string) => boolean; readonly asked: string }>;
type Writing = keyof typeof writings;

const LONGEST_SETTING = 200;
export const LONGEST_WORDS = 600;
export const MOST_AMOUNTS = 10;
const MOST_STEPS = 5;
export const MOST_DAYS = 40;
export const MEGABYTE = 1_000_000;
const FIRST_DAY = '2020-01-01';
const LAST_DAY = '2099-12-31';

/** What to type instead, as the end of a sentence that begins with the setting's name; null when the value may be kept. */
export function kindFault(kind: SettingKind, value: SettingValue | undefined): string | null {
  switch (kind.kind) {
    case 'count':
    case 'size':
      return isWithin(kind, value) ? null : `écrivez un nombre entier entre ${boundsWords(kind)}`;
    case 'day':
      return isKnownDay(value) ? null : 'choisissez un jour entre 2020 et 2099';
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'choisissez oui ou non';
    case 'text': {
      const { isWritten, asked } = writings[kind.written];
      if (typeof value !== 'string' || !isWritten(value)) return asked;
      const longest = kind.written === 'words' ? LONGEST_WORDS : LONGEST_SETTING;
      return value.length <= longest ? null : `écrivez ${longest} caractères au plus`;
    }
    case 'amounts':
      return isAmounts(value)
        ? null
        : `écrivez de un à ${MOST_AMOUNTS} montants différents, au-dessus de zéro, du plus petit au plus grand`;
    case 'steps':
      return isSteps(kind, value)
        ? null
        : `écrivez de un à ${MOST_STEPS} nombres entre ${kind.least} et ${kind.most}, du plus petit au plus grand`;
    case 'days':
      return isDays(value)
        ? null
        : `écrivez ${MOST_DAYS} jours différents au plus, entre 2020 et 2099, du plus ancien au plus récent`;
    case 'themes':
      return isThemeList(value) ? themesFault(value) : 'envoyez des thématiques';
    case 'fourEyes':
      return isFourEyes(value) && (value.mode !== 'above' || isCents(value.cents))
        ? null
        : 'choisissez quand une seconde personne est demandée, et au-dessus de quel montant';
    case 'quietPeriod':
      return value === null || (isPeriod(value) && isQuietPeriod(value))
        ? null
        : `écrivez deux jours de l’année, à ${LONGEST_QUIET_PERIOD} jours au plus l’un de l’autre, ou choisissez qu’il n’y en a pas`;
    default:
      return kind satisfies never;
  }
}

/** A value as a sentence shows it: « 10 jours ouvrés », « Au-dessus de 500,00 € », « du 01/08 au 31/08 ». */
export function kindWords(kind: SettingKind, value: SettingValue): string {
  if (value === null) return 'Aucune';
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non';
  if (value === '') return 'Aucun';
  if (typeof value === 'string') return kind.kind === 'day' ? formatDay(value) : value;
  if (typeof value === 'number') return numberWords(kind, value);
  if (isPeriod(value)) return `Du ${dayAsTyped(value.from)} au ${dayAsTyped(value.to)}`;
  if (isFourEyes(value)) return fourEyesWords(value);
  if (kind.kind === 'themes' && isThemeList(value)) return themesWords(value);
  if (isDayList(value)) return value.length === 0 ? 'Aucun' : value.map(formatDay).join(', ');
  if (!isNumberList(value)) return '';
  return kind.kind === 'steps' ? stepsWords(kind, value) : value.map(formatEuros).join(', ');
}

/** When a second person is asked for, as the page offers it. */
export const fourEyesModes = {
  always: 'Toujours',
  above: 'Au-dessus d’un montant',
  never: 'Jamais',
} as const satisfies Record<FourEyes['mode'], string>;

/** « 08-01 » as French people write it: « 01/08 ». */
export function dayAsTyped(monthDay: string): string {
  const [month = '', day = ''] = monthDay.split('-');
  return `${day}/${month}`;
}

function fourEyesWords(value: FourEyes): string {
  return value.mode === 'above' ? `Au-dessus de ${formatEuros(value.cents)}` : fourEyesModes[value.mode];
}

function numberWords(kind: SettingKind, value: number): string {
  if (kind.kind === 'size') return `${value / MEGABYTE} Mo`;
  if (kind.kind !== 'count') return String(value);
  const [one, several] = countUnits[kind.unit];
  return `${value} ${value < 2 ? one : several}`;
}

/** « 3, puis 10 jours ouvrés » */
function stepsWords({ unit }: Extract<SettingKind, { kind: 'steps' }>, value: readonly number[]): string {
  const [one, several] = countUnits[unit];
  return `${value.join(', puis ')} ${(value.at(-1) ?? 0) < 2 ? one : several}`;
}

function boundsWords(kind: Extract<SettingKind, { kind: 'count' | 'size' }>): string {
  const least = kind.kind === 'size' ? kind.least / MEGABYTE : kind.least;
  return `${least} et ${numberWords(kind, kind.most)}`;
}

function isWithin(kind: Extract<SettingKind, { kind: 'count' | 'size' }>, value: SettingValue | undefined): boolean {
  if (typeof value !== 'number' || !Number.isSafeInteger(kind.kind === 'size' ? value / MEGABYTE : value)) return false;
  return kind.least <= value && value <= kind.most;
}

function isSteps({ least, most }: Extract<SettingKind, { kind: 'steps' }>, value: SettingValue | undefined): boolean {
  if (!isNumberList(value) || value.length === 0 || value.length > MOST_STEPS) return false;
  return value.every(
    (days, at) => Number.isInteger(days) && days >= Math.max(least, (value[at - 1] ?? 0) + 1) && days <= most,
  );
}

function isAmounts(value: SettingValue | undefined): boolean {
  if (!isNumberList(value) || value.length === 0 || value.length > MOST_AMOUNTS) return false;
  return value.every((cents, index) => isCents(cents) && cents > (value[index - 1] ?? 0));
}

function isDays(value: SettingValue | undefined): boolean {
  if (!isDayList(value) || value.length > MOST_DAYS) return false;
  return value.every((day, index) => isKnownDay(day) && day > (value[index - 1] ?? ''));
}

function isKnownDay(value: SettingValue | undefined): boolean {
  return typeof value === 'string' && isDay(value) && FIRST_DAY <= value && value <= LAST_DAY;
}

/** Cents or days of a delay: the kind of the setting says which. One of them at least. */
export function isNumberList(value: SettingValue | undefined): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number');
}

/** Anything but the lists of other kinds. */
export function isThemeList(value: SettingValue | undefined): value is readonly Theme[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object');
}

/** Dates; none may be. */
export function isDayList(value: SettingValue | undefined): value is readonly Day[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

export function isFourEyes(value: SettingValue | undefined): value is FourEyes {
  return typeof value === 'object' && value !== null && 'mode' in value;
}

export function isPeriod(value: SettingValue | undefined): value is QuietPeriod {
  return typeof value === 'object' && value !== null && 'from' in value;
}
