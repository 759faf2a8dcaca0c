import { can } from '../access/policy.ts';
import { authorOf } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type AskedVersion, changedMeanwhile, reasonOf, type VersionFacts, whoDid } from '../versions/change.ts';
import { frenchList } from '../written-french.ts';
import { LONGEST_TEMPLATE, type TemplateCheck } from './templates.ts';
import {
  type DraftTemplate,
  inForceAfter,
  type TemplateChange,
  type TemplateVersion,
  versionName,
} from './versions.ts';

/** `draftSavedAt`: of the draft that its author had read, null when there was none: over another one, nothing is saved. */
export type TemplateCommand =
  | { readonly action: 'saveDraft'; readonly source: string; readonly draftSavedAt: Instant | null }
  | { readonly action: 'discardDraft'; readonly draftSavedAt: Instant }
  | ({ readonly action: 'publish'; readonly source: string; readonly draftSavedAt: Instant | null } & AskedVersion)
  | { readonly action: 'restorePrevious'; readonly inForce: number };

export interface TemplateFacts extends VersionFacts<TemplateChange> {
  /** The highest number there is, the draft's included. */
  readonly newest: number;
  readonly draft: DraftTemplate | null;
  readonly inForceSource: string;
  /** Of the text that would be in force; nothing is said of a draft. */
  readonly check: TemplateCheck;
}

/** What is written, all at once: `remove` is the number of a draft. */
export interface TemplateDecision {
  readonly done: string;
  readonly save: TemplateVersion | null;
  readonly remove: number | null;
  readonly change: TemplateChange | null;
}

const nothing = { save: null, remove: null, change: null } as const;

const unchanged = refuse('template-unchanged', 'Ce texte est déjà celui qui est en vigueur : il n’y a rien à publier.');
const tooLong = refuse(
  'template-too-long',
  `Un modèle a au plus ${LONGEST_TEMPLATE / 1_000} 000 signes. Rien n’a été enregistré ; votre texte est resté sur la page.`,
);
const noDraft = refuse(
  'no-draft',
  'Il n’y a plus de brouillon : quelqu’un l’a publié ou abandonné. Rechargez la page.',
);
const noPrevious = refuse(
  'no-previous',
  'Ce modèle n’a jamais changé : il n’y a pas de version précédente. Rien n’a été changé.',
);

/** What becomes of a template, or why nothing does. */
export function decideTemplate(facts: TemplateFacts, command: TemplateCommand): TemplateDecision | Refusal {
  const refusal = can(facts.actor, { action: 'manageTemplates' });
  if (refusal) return refusal;
  switch (command.action) {
    case 'saveDraft':
      return saveDraft(facts, command);
    case 'discardDraft':
      return discardDraft(facts, command);
    case 'publish':
      return publish(facts, command);
    case 'restorePrevious':
      return restorePrevious(facts, command);
    default:
      return command satisfies never;
  }
}

type CommandOf<Action extends TemplateCommand['action']> = Extract<TemplateCommand, { action: Action }>;

/** A draft may be wrong: it is looked at again when it is published. */
function saveDraft(facts: TemplateFacts, { source, draftSavedAt }: CommandOf<'saveDraft'>): TemplateDecision | Refusal {
  if (source.length > LONGEST_TEMPLATE) return tooLong;
  const stale = draftMoved(facts, draftSavedAt);
  if (stale) return stale;
  return { ...nothing, save: { ...nextText(facts, source), state: 'draft' }, done: 'Le brouillon est enregistré.' };
}

function discardDraft(facts: TemplateFacts, { draftSavedAt }: CommandOf<'discardDraft'>): TemplateDecision | Refusal {
  if (facts.draft === null) return noDraft;
  const stale = draftMoved(facts, draftSavedAt);
  if (stale) return stale;
  const inForce = versionName(inForceAfter(facts.lastChange));
  return { ...nothing, remove: facts.draft.number, done: `Le brouillon est abandonné. En vigueur : ${inForce}.` };
}

function publish(facts: TemplateFacts, command: CommandOf<'publish'>): TemplateDecision | Refusal {
  const { source, draftSavedAt, basedOn } = command;
  const { check, lastChange, inForceSource } = facts;
  if (source.length > LONGEST_TEMPLATE) return tooLong;
  const stale = basedOn === inForceAfter(lastChange) ? draftMoved(facts, draftSavedAt) : inForceMoved(facts);
  if (stale) return stale;
  const reason = reasonOf(command, { what: 'ce modèle', done: 'publié' });
  if (isRefusal(reason)) return reason;
  if (source === inForceSource) return unchanged;
  const wrong = checkRefusal(check);
  if (wrong) return wrong;
  const text = nextText(facts, source);
  return {
    ...nothing,
    save: { ...text, state: 'published' },
    change: nextChange(facts, { what: 'publish', version: text.number, reason }),
    done: `La version ${text.number} est en vigueur : les documents demandés à partir de maintenant la suivent.`,
  };
}

/** What was in force just before, if it still fits this service: done again, it comes back to the version that was left. */
function restorePrevious(facts: TemplateFacts, { inForce }: CommandOf<'restorePrevious'>): TemplateDecision | Refusal {
  const { lastChange, check } = facts;
  if (lastChange === null) return noPrevious;
  if (inForce !== lastChange.version) return inForceMoved(facts);
  const wrong = checkRefusal(check);
  if (wrong) return wrong;
  const version = lastChange.before;
  return {
    ...nothing,
    change: nextChange(facts, { what: 'restore', version, reason: '' }),
    done: `De nouveau en vigueur : ${versionName(version)}. Les documents déjà émis ne changent pas.`,
  };
}

function nextText({ newest, draft, lastChange, actor, now }: TemplateFacts, source: string) {
  return {
    number: draft?.number ?? newest + 1,
    source,
    basedOn: draft?.basedOn ?? inForceAfter(lastChange),
    savedAt: now,
    by: authorOf(actor),
  };
}

function nextChange(
  { lastChange, actor, now }: TemplateFacts,
  change: Pick<TemplateChange, 'what' | 'version' | 'reason'>,
): TemplateChange {
  return {
    ...change,
    sequence: (lastChange?.sequence ?? 0) + 1,
    at: now,
    by: authorOf(actor),
    before: inForceAfter(lastChange),
  };
}

const stays = 'Rien n’a été changé : ce qui est en vigueur le reste.';

function checkRefusal({ faults, missing }: TemplateCheck): Refusal | null {
  const [first] = faults;
  if (first) {
    const others = faults.length === 1 ? '' : ` Et ${faults.length - 1} autre${faults.length > 2 ? 's' : ''}.`;
    return refuse('template-faults', `Ce texte a une erreur ligne ${first.line} : ${first.reason}.${others} ${stays}`);
  }
  if (missing.length === 0) return null;
  const list = frenchList(missing);
  return refuse(
    'template-incomplete',
    `Ce document doit toujours porter ${list} : remettez ce qui manque, puis publiez. ${stays}`,
  );
}

function draftMoved({ draft }: TemplateFacts, read: Instant | null): Refusal | null {
  if ((draft?.savedAt ?? null) === read) return null;
  if (draft === null) return noDraft;
  return stale(whoDid({ by: draft.by, at: draft.savedAt }, 'a enregistré un brouillon'));
}

function inForceMoved({ lastChange }: TemplateFacts): Refusal {
  if (lastChange === null) return stale('Le modèle a changé');
  const { what, version } = lastChange;
  return stale(
    whoDid(lastChange, `${what === 'publish' ? 'a publié la' : 'a remis en vigueur :'} ${versionName(version)}`),
  );
}

function stale(who: string): Refusal {
  return changedMeanwhile('template-stale', { who, done: 'enregistré', next: 'Relisez, puis recommencez.' });
}
