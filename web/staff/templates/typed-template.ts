import type { Instant } from '@sur-mesure/functions/domain/calendar';
import type { TemplateView } from '@sur-mesure/functions/domain/templates/views';

/** A text being written, and the saved draft that it goes on from: null when there was none. */
export interface TypedTemplate {
  readonly source: string;
  readonly draftSavedAt: Instant | null;
}

export function isTypedTemplate(value: unknown): value is TypedTemplate {
  if (typeof value !== 'object' || value === null || !('source' in value) || !('draftSavedAt' in value)) return false;
  const { source, draftSavedAt } = value;
  return typeof source === 'string' && (draftSavedAt === null || typeof draftSavedAt === 'number');
}

type Kept = Pick<TemplateView, 'inForce' | 'draft'>;

/** What one begins to write from: the draft where there is one, else what is in force. */
export function savedText({ inForce, draft }: Kept): TypedTemplate {
  return draft === null
    ? { source: inForce.source, draftSavedAt: null }
    : { source: draft.source, draftSavedAt: draft.savedAt };
}

/** What is sent: a draft that is no longer there was published or given up, and one goes on without it. */
export function goingOn(typed: TypedTemplate, { draft }: Kept): TypedTemplate {
  return draft === null ? { ...typed, draftSavedAt: null } : typed;
}

/** Somebody else's draft, saved since this text was begun. */
export function newerDraft({ draftSavedAt }: TypedTemplate, { draft }: Kept): Kept['draft'] {
  return draft !== null && draft.savedAt > (draftSavedAt ?? 0) ? draft : null;
}
