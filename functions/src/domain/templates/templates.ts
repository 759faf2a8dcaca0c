import type { Palette } from './fields.ts';
import { palettes } from './palettes.ts';

/** What a document must go on saying, whatever staff write: a field it prints, or words it has. */
export interface RequiredContent {
  /** After « il manque ». */
  readonly label: string;
  /** A whole path of the palette, printed on the page. */
  readonly field?: string;
  /** Words of the template itself, whatever capitals. */
  readonly words?: string;
  /** Asked for only of documents that have this, or have it not. */
  readonly given?: string;
  readonly without?: string;
}

interface EditableTemplate {
  readonly label: string;
  readonly purpose: string;
  readonly issued: string;
  readonly required: readonly RequiredContent[];
}

const money = [
  { field: 'devis.number', label: 'le numéro du devis' },
  { field: 'devis.inclVatCents', label: 'le montant du devis toutes taxes comprises' },
] as const satisfies readonly RequiredContent[];

/** The documents whose text staff may change. What is required of them is what they are evidence of: never less than a reader relies on. */
export const editableTemplates = {
  diagnostic: {
    label: 'Diagnostic préalable',
    purpose: 'Ce que l’expert a compris du besoin et propose, avec son devis : c’est ce que le lauréat valide.',
    issued: 'À chaque envoi d’un diagnostic rempli en ligne',
    required: [
      { field: 'mission.reference', label: 'la référence de la mission' },
      { field: 'mission.need', label: 'le besoin' },
      { field: 'expert.company', label: 'l’entreprise de l’expert' },
      { field: 'laureates[].name', label: 'le nom de chaque lauréat' },
      { field: 'sections[].questions[].label', label: 'chaque question' },
      { field: 'sections[].questions[].answer', label: 'chaque réponse' },
      ...money,
      { field: 'files[].sha256', label: 'l’empreinte de chaque fichier' },
    ],
  },
  report: {
    label: 'Rapport de mission',
    purpose: 'Ce que l’expert a fait et recommande, et le montant final.',
    issued: 'À chaque envoi d’un rapport rempli en ligne',
    required: [
      { field: 'mission.reference', label: 'la référence de la mission' },
      { field: 'expert.company', label: 'l’entreprise de l’expert' },
      { field: 'laureates[].name', label: 'le nom de chaque lauréat' },
      { field: 'sections[].questions[].label', label: 'chaque question' },
      { field: 'sections[].questions[].answer', label: 'chaque réponse' },
      { field: 'validatedCents', label: 'le montant validé' },
      { field: 'finalCents', label: 'le montant final' },
    ],
  },
  attestation: {
    label: 'Attestation de validation',
    purpose: 'La preuve d’une validation, remise au lauréat, à l’expert et à l’équipe.',
    issued: 'À chaque validation, en ligne ou sur papier',
    required: [
      {
        words: 'validation électronique simple',
        without: 'paper',
        label: 'les mots « validation électronique simple »',
      },
      {
        words: 'n’est pas une validation électronique',
        given: 'paper',
        label: 'les mots « n’est pas une validation électronique », quand un papier a été signé',
      },
      { field: 'proofId', label: 'le numéro de la preuve' },
      { field: 'recordHash', label: 'l’empreinte de l’enregistrement' },
      { field: 'decidedAtMs', label: 'la date et l’heure de la décision' },
      { field: 'consent', without: 'paper', label: 'la phrase acceptée' },
      { field: 'paper.signedBy', given: 'paper', label: 'le nom de la personne qui a signé le papier' },
      { field: 'paper.signedOn', given: 'paper', label: 'la date de la signature sur papier' },
      { field: 'signatory.name', label: 'le nom de la personne qui a décidé' },
      { field: 'signatory.organisation', label: 'sa structure' },
      { field: 'signatory.quality', label: 'sa qualité' },
      { field: 'authentication[].label', label: 'la manière dont elle a été reconnue' },
      { field: 'laureate.name', label: 'le nom du lauréat' },
      { field: 'expert.company', label: 'l’entreprise de l’expert' },
      { field: 'files[].fileName', label: 'le nom de chaque fichier' },
      { field: 'files[].sha256', label: 'l’empreinte de chaque fichier' },
      ...money,
      { field: 'share.amountCents', label: 'la part engagée sur la subvention' },
      { field: 'checkAddress', label: 'l’adresse de la page de vérification' },
      { field: 'seal.signedBy', given: 'seal', label: 'le nom du cachet' },
      {
        words: 'certificat de démonstration',
        given: 'seal.demonstration',
        label: 'les mots « certificat de démonstration », quand il l’est',
      },
    ],
  },
  statement: {
    label: 'Relevé de subvention',
    purpose: 'La subvention d’un lauréat, ligne par ligne, en cours de route ou à la clôture.',
    issued: 'Quand le lauréat ou l’équipe le demande',
    required: [
      { field: 'title', label: 'le titre du relevé' },
      { field: 'laureate.name', label: 'le nom du lauréat' },
      { field: 'atMs', label: 'la date de la situation' },
      { field: 'remaining.cents', label: 'ce qu’il reste' },
      { field: 'lines[].cents', given: 'lines.length', label: 'l’effet de chaque ligne' },
      { field: 'head.hash', given: 'lines.length', label: 'l’empreinte de la dernière ligne' },
    ],
  },
} as const satisfies Record<keyof typeof palettes, EditableTemplate>;

export type EditableTemplateName = keyof typeof editableTemplates;
export const editableTemplateNames = [
  'diagnostic',
  'report',
  'attestation',
  'statement',
] as const satisfies readonly EditableTemplateName[];

export function isEditableTemplate(name: unknown): name is EditableTemplateName {
  return typeof name === 'string' && Object.hasOwn(editableTemplates, name);
}

export function editableTemplate(name: EditableTemplateName): EditableTemplate {
  return editableTemplates[name];
}

export function paletteOf(name: EditableTemplateName): Palette {
  return palettes[name];
}

/** Six times the longest of ours: enough for any letter. Filled with lists, a text of that length still takes a few seconds to draw. */
export const LONGEST_TEMPLATE = 30_000;

/** What is wrong at one place of a template's text, from 1 both ways; no column where only the line is known. */
export interface TemplateFault {
  readonly line: number;
  readonly column: number | null;
  readonly reason: string;
}

/** What a template's text is worth: nothing wrong and nothing missing, or it is not published. */
export interface TemplateCheck {
  readonly faults: readonly TemplateFault[];
  /** Labels of what is required and not printed. */
  readonly missing: readonly string[];
}
