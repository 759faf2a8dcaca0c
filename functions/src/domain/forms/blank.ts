import { type Form, type FormName, formNames, type Question } from './form.ts';

/** Forms that people may prepare elsewhere, and what to do once it is written; null of a registration, which is only made on line. */
const afterwards = {
  registration: null,
  scopingNote: 'deposit',
  diagnostic: 'deposit',
  report: 'deposit',
  feedback: 'copy',
} as const satisfies Record<FormName, 'deposit' | 'copy' | null>;
export type BlankFormName = {
  [Name in FormName]: (typeof afterwards)[Name] extends null ? never : Name;
}[FormName];
export const blankFormNames: readonly BlankFormName[] = formNames.filter(isBlankForm);

export function isBlankForm(name: FormName): name is BlankFormName {
  return afterwards[name] !== null;
}

const nextSentences = {
  deposit:
    'Une fois ce document rempli, enregistrez-le en PDF : « Fichier › Exporter au format PDF… » dans LibreOffice, « Fichier › Exporter › Créer un document PDF » dans Word. Déposez ensuite le PDF dans votre espace.',
  copy: 'Ce document sert à préparer vos réponses : donnez-les ensuite en ligne, dans votre espace.',
} as const;

export const blankFormats = {
  docx: {
    label: 'Word (.docx)',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  odt: { label: 'LibreOffice (.odt)', contentType: 'application/vnd.oasis.opendocument.text' },
} as const satisfies Record<string, { readonly label: string; readonly contentType: string }>;
export type BlankFormat = keyof typeof blankFormats;

/** A blank document, whatever writes it: a heading has its level, a paragraph may have several lines, room is where one writes. */
export type BlankBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph' | 'help' | 'choice'; readonly text: string }
  | { readonly kind: 'room'; readonly lines: number };

const roomFor = { text: 1, long: 5, choice: 0 } as const satisfies Record<Question['kind'], number>;

/** A note deposited as a PDF tells its needs there; its sub-themes are ticked on the page all the same. */
const needs: readonly BlankBlock[] = [
  { kind: 'heading', level: 1, text: 'Vos besoins' },
  { kind: 'heading', level: 2, text: 'Vos besoins, sous-thématique par sous-thématique' },
  {
    kind: 'help',
    text: 'Pour chaque sous-thématique : votre besoin, son ordre de priorité, le résultat attendu, et un budget si vous en avez une idée. Vous cocherez les mêmes sous-thématiques en déposant le PDF.',
  },
  { kind: 'room', lines: 2 * roomFor.long },
];

/** The questions of a form as headings, its help as text, and what to do once it is filled in. */
export function blankBlocks(form: Form & { readonly name: BlankFormName }, programme: string): BlankBlock[] {
  const blocks: BlankBlock[] = [
    { kind: 'title', text: form.title },
    { kind: 'paragraph', text: `${programme}. Formulaire version ${form.version}.` },
    { kind: 'help', text: nextSentences[afterwards[form.name]] },
    ...(form.name === 'scopingNote' ? needs : []),
    ...form.sections.flatMap(({ title, questions }): BlankBlock[] => [
      { kind: 'heading', level: 1, text: title },
      ...questions.flatMap(questionBlocks),
    ]),
  ];
  return blocks.map((block) => ('text' in block ? { ...block, text: printable(block.text) } : block));
}

function questionBlocks({ label, help, kind, choices = [], required }: Question): BlankBlock[] {
  return [
    { kind: 'heading', level: 2, text: required ? label : `${label} (facultatif)` },
    ...(help === undefined ? [] : [{ kind: 'help', text: help } as const]),
    ...choices.map((choice): BlankBlock => ({ kind: 'choice', text: `☐ ${choice}` })),
    ...(roomFor[kind] === 0 ? [] : [{ kind: 'room', lines: roomFor[kind] } as const]),
  ];
}

/** Without what XML 1.0 can't hold: control characters, and halves of a character. */
function printable(text: string): string {
  return [...text]
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isControl = code < 0x20 && character !== '\n' && character !== '\t';
      return !isControl && !(code >= 0xd8_00 && code <= 0xdf_ff) && code !== 0xff_fe && code !== 0xff_ff;
    })
    .join('');
}

/** The title as the document's own properties say it: they are XML as well. */
export function blankTitle({ title }: Pick<Form, 'title'>): string {
  return printable(title);
}

const notInNames = /[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu;

/** « Rapport de mission.docx » */
export function blankFileName({ title }: Pick<Form, 'title'>, format: BlankFormat): string {
  return `${title.replaceAll(notInNames, ' ').trim()}.${format}`;
}
