import { isDay } from '../calendar.ts';
import { isEmail } from '../email.ts';
import { type Cents, formatEuros, isCents } from '../money.ts';
import { type Region, regions, type TerritoryKind } from '../programme/territories.ts';
import { type FundedBase, WHOLE, wholeBase } from '../subsidy/funded.ts';
import { type Department, departmentNamed } from './departments.ts';
import { isSiret } from './laureate.ts';
import { fold } from './text.ts';

/** What one cell says, or why it can't be read: a French sentence that says what to do. */
export type Reading<Value> = { readonly value: Value } | { readonly reason: string };
export type Reader<Value> = (text: string) => Reading<Value>;

const unreadable = /\uFFFD|Ã[\u0080-\u00BF]/;
const formulaError = /^#(N\/A|REF!|VALEUR!|VALUE!|NOM\?|NAME\?|DIV\/0!|NUL!|NULL!|NOMBRE!|NUM!)/i;

/** What is wrong with a cell whatever its column. */
export function brokenCell(text: string): string | null {
  if (unreadable.test(text))
    return 'les accents de cette cellule sont abîmés : enregistrez à nouveau le fichier d’origine en « CSV UTF-8 »';
  return formulaError.test(text) ? 'cette cellule contient une formule en erreur : corrigez-la dans Excel' : null;
}

/** Excel writes `="0123"` or `'0123` to keep a text a text. */
export function withoutExcelMarks(text: string): string {
  return text.replace(/^="(.*)"$/s, '$1').replace(/^'/, '');
}

export function upTo(most: number): Reader<string> {
  return (text) =>
    text.length <= most ? { value: text } : { reason: `ce texte est trop long (${most} caractères au plus)` };
}

export const readRecommendations = upTo(10_000);

/** « - » means none. */
export const readReference: Reader<string | null> = (text) => (fold(text) === '' ? { value: null } : upTo(100)(text));

export const readName: Reader<string> = (text) =>
  fold(text) === '' ? { reason: 'donnez le nom du lauréat' } : upTo(200)(text);

/** A decision's reference becomes the id of its ledger entry: it needs something to tell it by. */
export const readDecision: Reader<string> = (text) =>
  fold(text) === '' ? { reason: 'donnez la référence de la décision : des lettres ou des chiffres' } : upTo(100)(text);

const asText = 'dans Excel, mettez la colonne au format Texte et saisissez à nouveau les 14 chiffres';

export const readSiret: Reader<string> = (text) => {
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text))
    return { reason: `Excel a changé ce SIRET en nombre et en a perdu des chiffres : ${asText}` };
  const digits = text.replace(/[\s.-]/g, '');
  if (/^\d{9}$/.test(digits))
    return { reason: 'c’est un SIREN (9 chiffres) : donnez le SIRET de l’établissement (14 chiffres)' };
  if (/^\d{10,13}$/.test(digits)) return { reason: shortSiret(digits) };
  if (!/^\d{14}$/.test(digits)) return { reason: 'un SIRET est fait de 14 chiffres' };
  return isSiret(digits)
    ? { value: digits }
    : { reason: 'ce SIRET n’existe pas (sa clé de contrôle est fausse) : un chiffre est mal recopié' };
};

function shortSiret(digits: string): string {
  const padded = digits.padStart(14, '0');
  return isSiret(padded)
    ? `il n’y a que ${digits.length} chiffres, Excel a sans doute supprimé les zéros du début (${padded} ?) : ${asText}`
    : `il n’y a que ${digits.length} chiffres sur 14 : ${asText}`;
}

export const readPromotion: Reader<number> = (text) => {
  const found = /^(?:p|promo|promotion)?(?: ?n)? ?([1-6]) ?(?:re|er|ere|e|eme)?(?: promotion)?$/.exec(fold(text));
  return found ? { value: Number(found[1]) } : { reason: 'une promotion est un nombre de 1 à 6' };
};

/** « HT » (the VAT is recovered), « TTC » (none of it is), or the part of the VAT that is: « 60 % », « 62,5 % ». */
export const readFundedBase: Reader<FundedBase> = (text) => {
  const words = fold(text);
  if (['ht', 'hors taxes', 'hors taxe', 'hors tva'].includes(words)) return { value: { kind: 'excludingVat' } };
  if (['ttc', 'toutes taxes comprises', 'tva comprise'].includes(words)) return { value: wholeBase };
  const part = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%$/.exec(text);
  const deductibleTenThousandths = part ? Number(part[1]) * 100 + Number((part[2] ?? '').padEnd(2, '0')) : WHOLE + 1;
  return deductibleTenThousandths > WHOLE
    ? { reason: 'écrivez « HT », « TTC », ou la part de TVA récupérée : « 60 % »' }
    : { value: { kind: 'coefficient', deductibleTenThousandths } };
};

const territoryAliases = {
  rural: ['rural', 'territoire rural', 'territoires ruraux', 'zone rurale', 'milieu rural', 'ruralite'],
  town: [
    'petite ou moyenne ville',
    'petites ou moyennes villes',
    'petite et moyenne ville',
    'petites et moyennes villes',
    'ville petite ou moyenne',
    'petite ville',
    'moyenne ville',
    'ville moyenne',
    'pmv',
    'town',
  ],
  qpv: [
    'qpv',
    'quartier prioritaire',
    'quartiers prioritaires',
    'quartier prioritaire de la ville',
    'quartiers prioritaires de la ville',
    'quartier prioritaire de la politique de la ville',
    'quartiers prioritaires de la politique de la ville',
    'quartier prioritaire de la politique de la ville qpv',
  ],
} as const satisfies Record<TerritoryKind, readonly string[]>;

export const readTerritory: Reader<TerritoryKind> = (text) => {
  const kinds = ['rural', 'town', 'qpv'] as const;
  const value = kinds.find((kind) => territoryAliases[kind].some((alias) => alias === fold(text)));
  return value ? { value } : { reason: 'écrivez « rural », « petite ou moyenne ville » ou « QPV »' };
};

const regionAliases: readonly (readonly [string, Region])[] = [
  ['ara', 'Auvergne-Rhône-Alpes'],
  ['aura', 'Auvergne-Rhône-Alpes'],
  ['bfc', 'Bourgogne-Franche-Comté'],
  ['centre', 'Centre-Val de Loire'],
  ['cvl', 'Centre-Val de Loire'],
  ['hdf', 'Hauts-de-France'],
  ['idf', 'Île-de-France'],
  ['paca', 'Provence-Alpes-Côte d’Azur'],
  ['pdl', 'Pays de la Loire'],
  ['reunion', 'La Réunion'],
  ['sud', 'Provence-Alpes-Côte d’Azur'],
];
const regionByText = new Map([...regions.map((region) => [fold(region), region] as const), ...regionAliases]);

export const readRegion: Reader<Region> = (text) => {
  const value = regionByText.get(fold(text).replace(/^region /, ''));
  return value
    ? { value }
    : { reason: 'cette région n’existe pas : écrivez son nom complet, par exemple « Bretagne »' };
};

export const readDepartment: Reader<Department> = (text) => {
  const value = departmentNamed(text);
  return value
    ? { value }
    : { reason: 'ce département n’existe pas : écrivez son numéro ou son nom, par exemple « 26 » ou « Drôme »' };
};

// Groups of three with one kind of separator, or no group at all; at most two decimals after the other kind.
const groupedEuros = /^(\d{1,3}(?:([ .,'’])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,2}))?$/;
const plainEuros = /^(\d+)()(?:[.,](\d{1,2}))?$/;

/** « 15 000 € », « 15000,00 », « 15.000,00 EUR » → 1 500 000 cents. Three digits after a separator are thousands: no amount has three decimals. */
export const readEuros: Reader<Cents> = (text) => {
  const amount = text.replace(/ ?(€|eur|euros?)$/i, '');
  const [, whole, , decimals = ''] = groupedEuros.exec(amount) ?? plainEuros.exec(amount) ?? [];
  if (whole === undefined)
    return { reason: 'ce montant n’est pas lisible : écrivez par exemple « 15 000 » ou « 15000,00 »' };
  const value = Number(whole.replace(/\D/g, '')) * 100 + Number(decimals.padEnd(2, '0'));
  return isCents(value) ? { value } : { reason: 'ce montant est trop grand' };
};

export function ceilingReader(ceilings: readonly Cents[]): Reader<Cents> {
  return (text) => {
    const reading = readEuros(text);
    if ('reason' in reading || ceilings.includes(reading.value)) return reading;
    return { reason: `les plafonds du programme sont ${ceilings.map(formatEuros).join(', ')}` };
  };
}

export const readDay: Reader<string> = (text) => {
  const date = text.replace(/[ T]0?0:00(:00)?$/, '');
  if (/^\d{5}$/.test(date))
    return { reason: 'Excel a écrit cette date comme un nombre : mettez la colonne au format Date courte' };
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})$/.exec(date) ?? [];
  if (year.length === 2) return { reason: 'écrivez l’année sur 4 chiffres, par exemple 14/03/2023' };
  const value = year === '' ? date : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value)
    ? { value }
    : { reason: 'cette date n’est pas lisible : écrivez jour/mois/année, par exemple 14/03/2023' };
};

/** Compared and kept in lower case: people never tell two addresses apart by their capitals. */
export const readEmail: Reader<string> = (text) => {
  const value = text.replace(/^mailto:/i, '').toLowerCase();
  return isEmail(value) ? { value } : { reason: 'cette adresse e-mail est incomplète ou mal écrite' };
};
