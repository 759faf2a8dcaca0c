import { type BlankFormat, type BlankFormName, blankFormats } from '@sur-mesure/functions/domain/forms/blank';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { Button } from '../button/Button.tsx';
import { saveAs } from '../files.ts';
import { RefusalNotice } from '../notice/Notice.tsx';

const formats = Object.keys(blankFormats).filter((name): name is BlankFormat => Object.hasOwn(blankFormats, name));

interface BlankFormProps {
  readonly form: BlankFormName;
  /** What it is for, where it is offered. */
  readonly children?: ComponentChildren;
}

/** The questions as a document to fill in on one's own machine, for whoever does not write in the page. */
export function BlankForm({ form, children }: BlankFormProps) {
  const [busy, setBusy] = useState<BlankFormat>();
  const [refusal, setRefusal] = useState<Refusal>();
  const save = async (format: BlankFormat) => {
    setBusy(format);
    const blank = await call('blankForm', { form, format });
    setBusy(undefined);
    setRefusal(isRefusal(blank) ? blank : undefined);
    if (isRefusal(blank)) return;
    const bytes = Uint8Array.from(atob(blank.base64), (character) => character.charCodeAt(0));
    saveAs(new Blob([bytes], { type: blank.contentType }), blank.name);
  };
  return (
    <div class="stack stack-tight">
      {children}
      <div class="row">
        {formats.map((format) => (
          <Button key={format} busy={busy === format} onClick={() => void save(format)}>
            Document à remplir, {blankFormats[format].label}
          </Button>
        ))}
      </div>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </div>
  );
}
