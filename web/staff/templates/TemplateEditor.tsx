import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { editableTemplate, type TemplateFault } from '@sur-mesure/functions/domain/templates/templates';
import type { TemplateView } from '@sur-mesure/functions/domain/views';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Button } from '../../common/button/Button.tsx';
import { useDraft } from '../../common/draft.ts';
import { Notice, RefusalNotice } from '../../common/notice/Notice.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import { FieldPalette } from './FieldPalette.tsx';
import { Preview } from './Preview.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { inserted, offsetOf } from './places.ts';
import { SourceField } from './SourceField.tsx';
import { goingOn, isTypedTemplate, newerDraft, savedText, type TypedTemplate } from './typed-template.ts';
import { usePreview } from './usePreview.ts';

interface TemplateEditorProps {
  readonly view: TemplateView;
  readonly missions: readonly MissionRow[];
  readonly reader: string;
  readonly done: (message: string) => void;
  /** A draft is kept by the service, or somebody else changed something: to be read again. */
  readonly onSaved: () => void;
}

/** The text, the fields beside it, and the document that it makes. What is typed is kept on this device until it is saved. */
export function TemplateEditor({ view, missions, reader, done, onSaved }: TemplateEditorProps) {
  const { template } = view;
  const area = useRef<HTMLTextAreaElement>(null);
  const saved = savedText(view);
  const draft = useDraft<TypedTemplate>(`${reader}.template.${template}`, saved, isTypedTemplate);
  const typed = goingOn(draft.value, view);
  const [missionId, setMissionId] = useState<string | null>(null);
  const [publishing, setPublishing] = useState(false);
  const previewed = usePreview(template, typed.source, missionId);
  const write = useCaret(area, typed, draft.change);
  const placeAt = (fault: TemplateFault) => showPlace(area.current, offsetOf(typed.source, fault));
  const { run, busy, refusal } = useOperation('saveTemplate');
  const save = async () => {
    const answer = await run((operationId) => ({ ...{ operationId, template, action: 'saveDraft', ...typed } }));
    if (answer !== undefined) {
      draft.change({ ...typed, draftSavedAt: answer.draftSavedAt });
      draft.clear();
    }
    onSaved();
  };
  const ended = (message: string) => {
    draft.clear();
    setPublishing(false);
    done(message);
  };
  const discarded = (message: string) => {
    draft.change({ source: view.inForce.source, draftSavedAt: null });
    ended(message);
  };
  const faults = previewed.answer?.faults ?? [];
  return (
    <div class="stack stack-loose">
      <Kept view={view} typed={typed} restoredFrom={draft.restoredFrom} onTake={draft.change} />
      <div class="template-columns">
        <div class="stack">
          <SourceField
            {...{ area, faults }}
            source={typed.source}
            onInput={(source) => draft.change({ ...typed, source })}
          />
          <div class="row">
            <Button tone="primary" onClick={() => setPublishing(true)}>
              Publier la version {view.nextNumber}
            </Button>
            <Button busy={busy} onClick={() => void save()}>
              Enregistrer le brouillon
            </Button>
            {view.draft !== null && (
              <DiscardDraft {...{ view, draft: view.draft, onStale: onSaved }} done={discarded} />
            )}
          </div>
          {refusal !== undefined && <RefusalNotice refusal={refusal} />}
        </div>
        <FieldPalette template={template} onInsert={write} />
      </div>
      <Preview
        label={editableTemplate(template).label}
        {...{ missions, missionId, previewed }}
        onChoose={setMissionId}
        onPlace={placeAt}
      />
      {publishing && (
        <PublishDialog {...{ view, typed, onStale: onSaved }} done={ended} close={() => setPublishing(false)} />
      )}
    </div>
  );
}

/** Inserts where one writes, and leaves the caret there: after the text is in its place, or the browser would put it at the end. */
function useCaret(
  area: { readonly current: HTMLTextAreaElement | null },
  typed: TypedTemplate,
  change: (typed: TypedTemplate) => void,
): (snippet: string) => void {
  const [caret, setCaret] = useState<{ readonly offset: number }>();
  useLayoutEffect(() => {
    if (caret !== undefined) showPlace(area.current, caret.offset);
  }, [caret]);
  return (snippet) => {
    const { selectionStart: start = typed.source.length, selectionEnd: end = start } = area.current ?? {};
    const next = inserted(typed.source, snippet, { start, end });
    change({ ...typed, source: next.source });
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

interface KeptProps {
  readonly view: TemplateView;
  readonly typed: TypedTemplate;
  readonly restoredFrom: number | undefined;
  readonly onTake: (typed: TypedTemplate) => void;
}

/** Whose text this is, when another one could have been expected: this device's, or somebody else's that came meanwhile. */
function Kept({ view, typed, restoredFrom, onTake }: KeptProps) {
  const newer = newerDraft(typed, view);
  const saved = savedText(view);
  if (newer !== null && newer.source !== typed.source) {
    return (
      <Notice tone="warning" title="Deux textes" announced>
        <div class="stack">
          <p>
            {newer.by.name} a enregistré un brouillon le <DateText instant={newer.savedAt} hour />. Le texte de cette
            page est le vôtre.
          </p>
          <div class="row">
            <Button onClick={() => onTake(saved)}>Prendre le texte enregistré</Button>
            <Button onClick={() => onTake({ ...typed, draftSavedAt: newer.savedAt })}>Garder le mien</Button>
          </div>
        </div>
      </Notice>
    );
  }
  if (restoredFrom === undefined || typed.source === saved.source) return null;
  return (
    <Notice>
      <div class="stack">
        <p>
          Votre texte du <DateText instant={restoredFrom} hour />, pas encore enregistré, a été repris.
        </p>
        <div>
          <Button onClick={() => onTake(saved)}>Revenir au texte enregistré</Button>
        </div>
      </div>
    </Notice>
  );
}
