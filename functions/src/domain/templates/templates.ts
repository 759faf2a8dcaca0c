import type { Palette } from './fields.ts';
import { palettes } from './palettes.ts';
import { money, questions, type RequiredContent, summary } from './required-content.ts';

interface EditableTemplate {
  readonly label: string;
  readonly purpose: string;
  readonly issued: string;
  /** What it may be read on before it is published: a real mission, or the sample alone. */
  readonly triedOn: 'mission' | 'sample';
  readonly required: readonly RequiredContent[];
}

/** Every document of the programme: staff may change the text of each. What is required of them is what they are evidence of: never less than a reader relies on. */
export const editableTemplates = {
  diagnostic: {
    label: 'Diagnostic préalable',
    purpose: 'Ce que l’expert a compris du besoin et propose, avec son devis : c’est ce que le lauréat valide.',
    issued: 'À chaque envoi d’un diagnostic rempli en ligne',
    triedOn: 'mission',
    required: [
      { field: 'mission.reference', label: 'la référence de la mission' },
      { field: 'mission.need', label: 'le besoin' },
      { field: 'expert.company', label: 'l’entreprise de l’expert' },
      { field: 'laureates[].name', label: 'le nom de chaque lauréat' },
      ...questions,
      ...money,
      { field: 'files[].sha256', label: 'l’empreinte de chaque fichier' },
    ],
  },
  'devis-summary': {
    label: 'Synthèse du devis',
    purpose:
      'Un devis sur une page : qui paie quoi, et les points d’attention. Elle aide à le lire et ne le remplace pas.',
    issued: 'Quand un lauréat, l’expert ou l’équipe la demande',
    triedOn: 'mission',
    required: [
      { field: 'mission.reference', label: 'la référence de la mission' },
      { field: 'laureates[].name', label: 'le nom de chaque lauréat' },
      { field: 'expert.company', label: 'l’entreprise de l’expert' },
      { field: 'devis.issuer.name', given: 'devis.issuer', label: 'la structure qui émet le devis' },
      { field: 'devis.number', label: 'le numéro du devis' },
      { field: 'version', label: 'la version du devis' },
      { field: 'devis.validUntil', label: 'le dernier jour de validité du devis' },
      { words: 'date est passée', given: 'devis.expired', label: 'les mots « date est passée », quand elle l’est' },
      { words: 'ne le remplace pas', label: 'les mots « ne le remplace pas »' },
      { field: 'amounts.whole.inclVatCents', given: 'amounts.whole', label: 'le montant toutes taxes comprises' },
      { field: 'amounts.parts[].laureate', given: 'amounts.whole', label: 'le lauréat de chaque part' },
      { field: 'amounts.parts[].amountCents', given: 'amounts.whole', label: 'chaque part' },
      {
        field: 'amounts.parts[].subsidyCents',
        given: 'amounts.whole',
        label: 'ce que la subvention paie de chaque part',
      },
      { field: 'amounts.parts[].ownCents', given: 'amounts.whole', label: 'ce que chaque lauréat paie lui-même' },
      { field: 'amounts.own.amountCents', given: 'amounts.own', label: 'la part du lauréat qui lit sa part seule' },
      { field: 'amounts.own.subsidyCents', given: 'amounts.own', label: 'ce que la subvention paie de cette part' },
      { field: 'amounts.own.ownCents', given: 'amounts.own', label: 'ce que ce lauréat paie lui-même' },
      {
        words: 'estimé',
        given: 'amounts.own.estimated',
        label: 'le mot « estimé », tant que la part n’est pas validée',
      },
      { field: 'warnings[]', label: 'chaque point d’attention' },
    ],
  },
  report: {
    label: 'Rapport de mission',
    purpose: 'Ce que l’expert a fait et recommande, et le montant final.',
    issued: 'À chaque envoi d’un rapport rempli en ligne',
    triedOn: 'mission',
    required: [
      { field: 'mission.reference', label: 'la référence de la mission' },
      { field: 'expert.company', label: 'l’entreprise de l’expert' },
      { field: 'laureates[].name', label: 'le nom de chaque lauréat' },
      ...questions,
      { field: 'validatedCents', label: 'le montant validé' },
      { field: 'finalCents', label: 'le montant final' },
    ],
  },
  attestation: {
    label: 'Attestation de validation',
    purpose: 'La preuve d’une validation, remise au lauréat, à l’expert et à l’équipe.',
    issued: 'À chaque validation, en ligne ou sur papier',
    triedOn: 'mission',
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
    triedOn: 'mission',
    required: [
      { field: 'title', label: 'le titre du relevé' },
      { field: 'laureate.name', label: 'le nom du lauréat' },
      { field: 'atMs', label: 'la date de la situation' },
      { field: 'remaining.cents', label: 'ce qu’il reste' },
      { field: 'lines[].cents', given: 'lines.length', label: 'l’effet de chaque ligne' },
      { field: 'head.hash', given: 'lines.length', label: 'l’empreinte de la dernière ligne' },
    ],
  },
  'scoping-note': {
    label: 'Note de cadrage',
    purpose: 'Les besoins d’un lauréat dans leur ordre, l’avis de l’équipe, et à part ce qui lui a été recommandé.',
    issued: 'Quand le lauréat ou l’équipe demande le PDF d’une note remplie en ligne',
    triedOn: 'mission',
    required: [
      { field: 'laureate.name', label: 'le nom du lauréat' },
      { field: 'version', label: 'la version de la note' },
      {
        words: 'remplacée',
        without: 'inForce',
        label: 'le mot « remplacée », quand une version plus récente est remise',
      },
      { field: 'handedInAtMs', label: 'la date de remise' },
      { field: 'standing.accepted.atMs', given: 'standing.accepted', label: 'la date de l’acceptation' },
      {
        field: 'standing.changesAsked.atMs',
        given: 'standing.changesAsked',
        label: 'la date de la demande de modifications',
      },
      {
        field: 'standing.changesAsked.message',
        given: 'standing.changesAsked.message',
        label: 'les modifications demandées',
      },
      { field: 'needs[].subtheme', label: 'la sous-thématique de chaque besoin' },
      { field: 'needs[].priority', label: 'la priorité de chaque besoin' },
      { field: 'needs[].need', label: 'chaque besoin' },
      { field: 'needs[].expected', label: 'chaque résultat attendu' },
      { field: 'estimatedCents', given: 'estimatedCents', label: 'le total estimé' },
      ...questions,
      { field: 'recommendations[].source', label: 'l’origine de chaque recommandation' },
      { field: 'recommendations[].text', label: 'chaque recommandation' },
    ],
  },
  feedback: {
    label: 'Bilan de satisfaction',
    purpose: 'Ce que le lauréat a pensé de la mission : l’équipe le lit, et personne d’autre.',
    issued: 'Quand l’équipe demande le PDF d’un bilan remis',
    triedOn: 'mission',
    required: [
      { words: 'à personne d’autre', label: 'les mots « à personne d’autre »' },
      { field: 'mission.reference', label: 'la référence de la mission' },
      { field: 'laureate.name', label: 'le nom du lauréat' },
      { field: 'expert.company', label: 'l’entreprise de l’expert' },
      { field: 'givenAtMs', label: 'la date de remise' },
      { field: 'sections[].chosen[].label', label: 'chaque question à choix' },
      { field: 'sections[].chosen[].answer', label: 'chaque choix' },
      { field: 'sections[].written[].label', label: 'chaque question où l’on écrit' },
      { field: 'sections[].written[].answer', label: 'chaque réponse écrite' },
    ],
  },
  'weekly-summary': {
    label: 'Synthèse de la semaine',
    purpose: 'Qui est attendu, ce qui bloque, l’argent et ce qui s’est passé : une semaine, pour l’équipe et l’ANCT.',
    issued: 'Quand l’équipe demande le PDF de la synthèse d’une semaine',
    triedOn: 'sample',
    required: [
      ...summary,
      { field: 'happened[].atMs', label: 'la date de chaque événement' },
      { field: 'happened[].what', label: 'chaque événement' },
    ],
  },
  'monthly-summary': {
    label: 'Synthèse du mois',
    purpose: 'L’argent, où en sont les missions, ce qui bloque et qui est attendu : un mois, pour l’équipe et l’ANCT.',
    issued: 'Quand l’équipe demande le PDF de la synthèse d’un mois',
    triedOn: 'sample',
    required: [
      ...summary,
      { field: 'promotions[].label', label: 'chaque promotion' },
      { field: 'promotions[].remainingCents', label: 'ce qu’il reste à chaque promotion' },
      { field: 'counts[].label', label: 'chaque événement compté' },
      { field: 'counts[].count', label: 'chaque compte' },
      { field: 'states[].label', label: 'chaque état des missions' },
      { field: 'states[].count', label: 'le nombre de missions dans chaque état' },
    ],
  },
} as const satisfies Record<keyof typeof palettes, EditableTemplate>;

export type EditableTemplateName = keyof typeof editableTemplates;

export function isEditableTemplate(name: unknown): name is EditableTemplateName {
  return typeof name === 'string' && Object.hasOwn(editableTemplates, name);
}

export const editableTemplateNames: readonly EditableTemplateName[] =
  Object.keys(editableTemplates).filter(isEditableTemplate);

/** Those that can be read on a real mission before they are published. */
export type MissionTemplateName = {
  [Name in EditableTemplateName]: (typeof editableTemplates)[Name]['triedOn'] extends 'mission' ? Name : never;
}[EditableTemplateName];

export function isTriedOnMissions(name: EditableTemplateName): name is MissionTemplateName {
  return editableTemplates[name].triedOn === 'mission';
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
