import { type Reader, readEmail, upTo } from '../laureates/cells.ts';
import { isSiret } from '../laureates/laureate.ts';
import { fold } from '../laureates/text.ts';
import { missionStates } from '../missions/states.ts';
import { isTakenOverState, type TakenOverState, takenOverStates } from '../missions/taken-over.ts';
import { areSubthemes, type Theme } from '../programme/theme-list.ts';

export const readLine = upTo(300);
export const readRecommendation = upTo(2_000);
export const readNeed: Reader<string> = (text) =>
  text.length < 10 ? { reason: 'décrivez le besoin en une phrase' } : upTo(2_000)(text);

/** What makes a deterministic id: two spellings of one reference are one. */
export const readKey: Reader<string> = (text) => {
  const value = keyOf(text);
  if (value === '') return { reason: 'donnez une référence : des lettres ou des chiffres' };
  return value.length <= 80 ? { value: text } : { reason: 'cette référence est trop longue (80 caractères au plus)' };
};
export function keyOf(text: string): string {
  return fold(text).replaceAll(' ', '-');
}

/** A laureate is named by its reference or its SIRET, an expert by its SIRET or an address: never by a name, which two may have. */
export const readLaureate = upTo(100);
export const readExpert: Reader<string> = (text) => {
  const digits = text.replace(/[\s.-]/g, '');
  if (/^\d+$/.test(digits))
    return isSiret(digits) ? { value: digits } : { reason: 'ce SIRET n’existe pas : un chiffre est mal recopié' };
  return text.includes('@') ? readEmail(text) : { reason: 'donnez le SIRET de l’expert, ou son adresse e-mail' };
};

/** « 4.2, 10.1 », or « 4.2 Développement… »: only the number counts. */
export const subthemesReader =
  (themes: readonly Theme[]): Reader<readonly string[]> =>
  (text) => {
    const parts = text.split(/[;,|\n]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
    const ids = parts.map((part) => /^\d{1,2}\.\d{1,2}/.exec(part)?.[0] ?? part);
    const unknown = ids.find((id) => !areSubthemes(themes, [id]));
    return unknown === undefined
      ? { value: [...new Set(ids)] }
      : { reason: `« ${unknown} » n’est pas une sous-thématique : écrivez leurs numéros, par exemple « 4.2, 10.1 »` };
  };

const yesAndNo: ReadonlyMap<string, boolean> = new Map([
  ['oui', true],
  ['o', true],
  ['non', false],
  ['n', false],
]);
export const readYesOrNo: Reader<boolean> = (text) => {
  const value = yesAndNo.get(fold(text));
  return value === undefined ? { reason: 'écrivez « oui » ou « non »' } : { value };
};

const stateWords = Object.keys(takenOverStates)
  .filter(isTakenOverState)
  .flatMap((state) => [[fold(state), state] as const, [fold(missionStates[state].label), state] as const]);
const states: ReadonlyMap<string, TakenOverState> = new Map([
  ...stateWords,
  ['reponse de l expert attendue', 'awaiting_expert'],
  ['diagnostic attendu', 'awaiting_diagnostic'],
  ['validation attendue', 'awaiting_validation'],
  ['rapport attendu', 'awaiting_report'],
  ['en cours', 'awaiting_report'],
  ['confirmation attendue', 'awaiting_confirmation'],
]);
export const readState: Reader<TakenOverState> = (text) => {
  const value = states.get(fold(text));
  return value
    ? { value }
    : {
        reason:
          'écrivez où en est la mission : « réponse de l’expert attendue », « diagnostic attendu », « validation attendue », « rapport attendu », « confirmation attendue » ou « terminée »',
      };
};
