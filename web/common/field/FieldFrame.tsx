import type { ComponentChildren } from 'preact';
import './field.css';

/** What every field has, whatever is typed in it. `id` is the name error summaries link to. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What the team asks about the answer: it stays while one writes, unlike an error. */
  readonly remark?: string | undefined;
  readonly error?: string | undefined;
  /** Fields are required unless said otherwise; the word « facultatif » is shown, never an asterisk. */
  readonly optional?: boolean;
}

function describedBy({ id, hint, remark, error }: FieldProps): string | undefined {
  const ids = [
    hint !== undefined && `${id}-hint`,
    remark !== undefined && `${id}-remark`,
    error !== undefined && `${id}-error`,
  ].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Attributes of the control itself: one place, so that no field forgets its description. */
export function controlAttributes(field: FieldProps) {
  return {
    id: field.id,
    name: field.id,
    required: field.optional !== true,
    'aria-invalid': field.error === undefined ? undefined : true,
    'aria-describedby': describedBy(field),
  };
}

function Optional() {
  return <span class="field-optional"> (facultatif)</span>;
}

function FieldNotes({ field }: { readonly field: FieldProps }) {
  return (
    <>
      {field.hint !== undefined && (
        <p class="field-hint" id={`${field.id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.remark !== undefined && (
        <p class="field-remark typed" id={`${field.id}-remark`}>
          <strong>L’équipe demande :</strong> {field.remark}
        </p>
      )}
      {field.error !== undefined && (
        <p class="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </>
  );
}

interface FrameProps {
  readonly field: FieldProps;
  readonly children: ComponentChildren;
}

/** Label, hint and error around one control. */
export function FieldFrame({ field, children }: FrameProps) {
  return (
    <div class={field.error === undefined ? 'field' : 'field field-wrong'}>
      <label class="field-label" for={field.id}>
        {field.label}
        {field.optional === true && <Optional />}
      </label>
      <FieldNotes field={field} />
      {children}
    </div>
  );
}

/** The same around several controls (radio buttons, checkboxes): the group is what has a name. */
export function GroupFrame({ field, children }: FrameProps) {
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      class={field.error === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={describedBy(field)}
    >
      <legend class="field-label">
        {field.label}
        {field.optional === true && <Optional />}
      </legend>
      <FieldNotes field={field} />
      {children}
    </fieldset>
  );
}
