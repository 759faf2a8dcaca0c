import {
  editableTemplate,
  isTriedOnMissions,
  type TemplateFault,
} from '@sur-mesure/functions/domain/templates/templates';
import type { TemplateView } from '@sur-mesure/functions/domain/templates/views';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDraft } from '../../common/draft.ts';
import { DraftActions } from './DraftActions.tsx';
import { FieldPalette } from './FieldPalette.tsx';
import { Preview } from './Preview.tsx';
import { inserted, offsetOf } from './places.ts';
import { SourceField } from './SourceField.tsx';
import { TextCheck } from './TextCheck.tsx';
import { goingOn, isTypedTemplate, savedText, type TypedTemplate } from './typed-template.ts';
import { usePreview } from './usePreview.ts';
import { WhoseText } from './WhoseText.tsx';

interface TemplateEditorProps {
  readonly view: TemplateView;
  readonly reader: string;
  readonly done: (message: string) => void;
  /** A draft is kept by the service, or somebody else changed something: to be read again. */
  readonly onChanged: () => void;
}

/** The text, the fields beside it, and the document that it makes. What is typed is kept on this device until it is saved. */
export function TemplateEditor({ view, reader, done, onChanged }: TemplateEditorProps) {
  const { template, inForce } = view;
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft<TypedTemplate>(`${reader}.template.${template}`, savedText(view), isTypedTemplate);
  const typed = goingOn(draft.value, view);
  const [missionId, setMissionId] = useState<string | null>(null);
  const previewed = usePreview(template, typed.source, missionId);
  const insert = useInsertion(area, typed.source, (source) => draft.change({ ...typed, source }));
  const placeAt = (fault: TemplateFault) => showPlace(area.current, offsetOf(typed.source, fault));
  /** The service has this text, or none is wanted any more: the device need not keep it. */
  const settled = (text: TypedTemplate) => {
    draft.change(text);
    draft.clear();
  };
  return (
    <div class="stack stack-loose">
      <WhoseText {...{ view, typed }} restoredFrom={draft.restoredFrom} onTake={draft.change} />
      <div class="template-columns">
        <div class="stack">
          <SourceField
            area={area}
            faults={previewed.answer?.faults ?? []}
            source={typed.source}
            onInput={(source) => draft.change({ ...typed, source })}
          />
          {previewed.answer !== undefined && <TextCheck check={previewed.answer} onPlace={placeAt} />}
          <DraftActions
            {...{ view, typed }}
            onSaved={(draftSavedAt) => {
              settled({ ...typed, draftSavedAt });
              onChanged();
            }}
            onPublished={(message) => {
              draft.clear();
              done(message);
            }}
            onDiscarded={(message) => {
              settled({ source: inForce.source, draftSavedAt: null });
              done(message);
            }}
            onStale={onChanged}
          />
        </div>
        <FieldPalette template={template} onInsert={insert} />
      </div>
      <Preview
        label={editableTemplate(template).label}
        {...{ missionId, previewed }}
        onMissions={isTriedOnMissions(template)}
        onChoose={setMissionId}
      />
    </div>
  );
}

/** Inserts where one writes, and leaves the caret there: after the text is in its place, or the browser would put it at the end. */
function useInsertion(
  area: RefObject<HTMLTextAreaElement | null>,
  source: string,
  change: (source: string) => void,
): (snippet: string) => void {
  const [caret, setCaret] = useState<{ readonly offset: number }>();
  useLayoutEffect(() => {
    if (caret !== undefined) showPlace(area.current, caret.offset);
  }, [caret]);
  return (snippet) => {
    const { selectionStart: start = source.length, selectionEnd: end = start } = area.current ?? {};
    const next = inserted(source, snippet, { start, end });
    change(next.source);
    setCaret({ offset: next.caret });
  };
}

function showPlace(area: HTMLTextAreaElement | null, offset: number): void {
  if (area === null) return;
  area.focus();
  area.setSelectionRange(offset, offset);
  const line = area.value.slice(0, offset).split('\n').length;
  const height = Number.parseFloat(getComputedStyle(area).lineHeight);
  area.scrollTo({ top: Math.max(0, (line - 4) * height), left: 0 });
}
