import type { Instant } from '../calendar.ts';
import type { EditableTemplateName } from './templates.ts';
import type { DraftTemplate, TemplateChange } from './versions.ts';

export interface TemplateRow {
  readonly template: EditableTemplateName;
  /** 0 for ours, as delivered with the service. */
  readonly inForce: number;
  readonly lastChange: TemplateChange | null;
  readonly draft: { readonly savedAt: Instant; readonly byName: string } | null;
}

/** One template: its texts, and how they came to be in force. */
export interface TemplateView {
  readonly acts: boolean;
  readonly template: EditableTemplateName;
  readonly inForce: { readonly version: number; readonly source: string };
  /** What « revenir à la version précédente » leads to; null where nothing was ever changed. */
  readonly previous: { readonly version: number; readonly source: string } | null;
  readonly draft: DraftTemplate | null;
  /** What the text would be called, once published. */
  readonly nextNumber: number;
  /** Newest first. */
  readonly history: readonly TemplateChange[];
}
