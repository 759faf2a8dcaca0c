import type { FormChange } from './change.ts';
import type { Form } from './form.ts';

/** The forms in force, and who published them. */
export interface FormsView {
  /** False for an observer, who reads. */
  readonly acts: boolean;
  readonly forms: readonly { readonly form: Form; readonly lastChange: FormChange | null }[];
}

/** One form, to be read or changed. */
export interface FormFile {
  readonly acts: boolean;
  /** In force. */
  readonly form: Form;
  /** The version that was asked for, null when none was, or there is none of that number. */
  readonly earlier: Form | null;
  /** Newest first. */
  readonly history: readonly FormChange[];
}
