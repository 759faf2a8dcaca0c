import type { Checkable, Contexts, Laureate, Origin, TemplateName } from './contexts.ts';
import { formatting } from './formatting.ts';
import type { Furniture } from './furniture.ts';
import type { Picture } from './pictures/picture.ts';
import { printable } from './typography.ts';

export interface Identity {
  title: string;
  author: string;
  furniture: Furniture;
  /** Above the title. */
  logo?: Picture;
}

const names = {
  diagnostic: 'Diagnostic préalable de mission',
  report: 'Rapport de mission',
  attestation: 'Attestation de validation',
  'devis-summary': 'Synthèse du devis',
  'scoping-note': 'Note de cadrage',
  feedback: 'Bilan de satisfaction',
  'weekly-summary': 'Synthèse de la semaine',
  'monthly-summary': 'Synthèse du mois',
} as const;

/** What a proof may name, or is: its foot says where anybody compares it. */
function issued(
  name: 'diagnostic' | 'report' | 'attestation',
  subject: string,
  author: string,
  issue: Checkable,
  issuedAtMs: number,
): Identity {
  const documentName = names[name];
  const version = `version ${issue.version}, établie le ${formatting.instant(issuedAtMs)}`;
  return {
    title: `${documentName} – ${subject}`,
    author,
    furniture: {
      programme: issue.programme,
      documentName,
      notice: `${documentName}, ${version}. Original\u00A0: ${issue.originalAddress}. Vérifier\u00A0: ${issue.checkAddress}`,
    },
  };
}

/** What is made from records to be read, and binds nobody. `said`: what stands at its foot after its name. */
function informing(
  documentName: string,
  subject: string,
  { programme, originalAddress }: Origin,
  said: string,
): Identity {
  return {
    title: `${documentName} – ${subject}`,
    author: programme,
    furniture: {
      programme,
      documentName,
      notice: `${documentName}, ${said}. Original\u00A0: ${originalAddress}`,
    },
  };
}

function until(day: string): string {
  return `au ${formatting.date(day)}`;
}

/** Title, author, header and footer of each document. */
const identities = {
  diagnostic: (context, issuedAtMs) =>
    withLogo(
      context.laureates,
      issued('diagnostic', context.mission.reference, context.expert.company, context, issuedAtMs),
    ),
  report: (context, issuedAtMs) =>
    withLogo(
      context.laureates,
      issued('report', context.mission.reference, context.expert.company, context, issuedAtMs),
    ),
  attestation: (context, issuedAtMs) =>
    withLogo(
      [context.laureate],
      issued('attestation', context.mission.reference, context.programme, context, issuedAtMs),
    ),
  statement: (context, issuedAtMs) =>
    withLogo(
      [context.laureate],
      informing(context.title, context.laureate.name, context, `établi le ${formatting.instant(issuedAtMs)}`),
    ),
  'devis-summary': (context, issuedAtMs) =>
    withLogo(
      context.laureates,
      informing(
        names['devis-summary'],
        context.mission.reference,
        context,
        `version ${context.version}, établie le ${formatting.instant(issuedAtMs)}`,
      ),
    ),
  'scoping-note': (context, issuedAtMs) =>
    withLogo(
      [context.laureate],
      informing(
        names['scoping-note'],
        context.laureate.name,
        context,
        `version ${context.version}, imprimée le ${formatting.instant(issuedAtMs)}`,
      ),
    ),
  feedback: (context, issuedAtMs) =>
    informing(
      names.feedback,
      context.mission.reference,
      context,
      `réservé à l’équipe, imprimé le ${formatting.instant(issuedAtMs)}`,
    ),
  'weekly-summary': (context, issuedAtMs) =>
    informing(
      names['weekly-summary'],
      until(context.period.to),
      context,
      `établie le ${formatting.instant(issuedAtMs)}`,
    ),
  'monthly-summary': (context, issuedAtMs) =>
    informing(
      names['monthly-summary'],
      formatting.month(context.period.from),
      context,
      `établie le ${formatting.instant(issuedAtMs)}`,
    ),
  'my-data': (context, issuedAtMs) =>
    informing('Mes données', context.name, context, `préparé le ${formatting.instant(issuedAtMs)}`),
  'devis-sample': (context) => ({
    title: `Devis ${context.number}`,
    author: context.seller.company,
    furniture: {
      programme: context.seller.company,
      documentName: `Devis ${context.number}`,
      notice: `${context.seller.company}, SIRET ${formatting.siret(context.seller.siret)}. Document fictif de démonstration.`,
    },
  }),
} satisfies { [Name in TemplateName]: (context: Contexts[Name], issuedAtMs: number) => Identity };

const tables: { [Name in TemplateName]: (context: Contexts[Name], issuedAtMs: number) => Identity } = identities;

export function identityOf<Name extends TemplateName>(
  template: Name,
  context: Contexts[Name],
  issuedAtMs: number,
): Identity {
  const { title, author, furniture, ...rest } = tables[template](context, issuedAtMs);
  const { programme, documentName, notice } = furniture;
  return {
    ...rest,
    title: oneLine(title),
    author: oneLine(author),
    furniture: { programme: oneLine(programme), documentName: oneLine(documentName), notice: oneLine(notice) },
  };
}

/** What people typed enters titles and feet as it enters the text: printable, and on one line. */
function oneLine(text: string): string {
  return printable(text).replaceAll('\n', ' ').trim();
}

/** The logo of a laureate, on what is about it alone. */
function withLogo(laureates: readonly Laureate[], identity: Identity): Identity {
  const [first, ...others] = laureates;
  return first?.logo && others.length === 0 ? { ...identity, logo: first.logo } : identity;
}
