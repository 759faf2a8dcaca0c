import { namesOf, oneOf } from '../lists/list-address.ts';

/** What may be exported, by the word in the address: those of lists are named as their part of the page is. */
const names = { missions: true, laureats: true, experts: true, mouvements: true } as const;
export type ExportWord = keyof typeof names;

export function exportIn(parameters: URLSearchParams): ExportWord {
  return oneOf(namesOf(names), parameters.get('quoi')) ?? 'missions';
}

/** Whether only some lines are exported: those that a list showed. */
export function isOfList(parameters: URLSearchParams): boolean {
  return [...parameters.keys()].some((word) => !['vue', 'quoi', 'tri', 'sens', 'sans', 'gardee'].includes(word));
}

/** The export of a list as it is filtered and ordered, from its first line. */
export function exportAddress(list: URLSearchParams): URLSearchParams {
  const parameters = new URLSearchParams(list);
  parameters.set('quoi', parameters.get('vue') ?? 'missions');
  parameters.set('vue', 'exports');
  for (const word of ['sans', 'gardee', 'apres', 'avant']) parameters.delete(word);
  return parameters;
}

/** Everything of that kind. */
export function wholeExport(word: ExportWord): URLSearchParams {
  return new URLSearchParams({ vue: 'exports', quoi: word });
}
