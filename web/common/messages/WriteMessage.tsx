import { LONGEST_MESSAGE } from '@sur-mesure/functions/domain/messages/message';
import type { ChannelView } from '@sur-mesure/functions/domain/messages/views';
import type { Views } from '@sur-mesure/functions/domain/views';
import { useEffect } from 'preact/hooks';
import { useOperation } from '../api/useOperation.ts';
import { Button } from '../button/Button.tsx';
import { DepositZone } from '../deposits/DepositZone.tsx';
import { useDeposits } from '../deposits/useDeposits.ts';
import { type Draft, useDraft } from '../draft.ts';
import { TextAreaField } from '../field/TextField.tsx';
import { OperationOutcome } from '../notice/OperationOutcome.tsx';
import { DateText } from '../words/DateText.tsx';
import { emptyMessage, isMessageDraft, type MessageDraft } from './channel-words.ts';

interface WriteMessageProps {
  readonly view: Views['messages'];
  readonly channel: ChannelView;
  readonly person: string;
  readonly onSent: (words: string) => void;
}

/** A message being written: its words and its documents are kept on this device until it leaves. */
export function WriteMessage({ view, channel, person, onSent }: WriteMessageProps) {
  const { missionId } = view;
  const draft = useDraft(`${person}.message.${missionId}.${channel.key}`, emptyMessage, isMessageDraft);
  const { run, busy, ...outcome } = useOperation('messageAction');
  const joining = useJoining(view, channel, draft);
  const send = async () => {
    const { text, files } = draft.value;
    const fileIds = files.map(({ fileId }) => fileId);
    const answer = await run((operationId) => ({
      ...{ action: 'send', operationId, missionId, channel: channel.channel, text, fileIds },
    }));
    if (answer === undefined) return;
    draft.change(emptyMessage);
    draft.clear();
    onSent(answer.done);
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {draft.restoredFrom !== undefined && (
        <p class="small muted">
          Votre texte du <DateText instant={draft.restoredFrom} hour /> a été repris.
        </p>
      )}
      <TextAreaField
        id={`message-${channel.key}`}
        label="Votre message"
        rows={4}
        maxLength={LONGEST_MESSAGE}
        value={draft.value.text}
        onInput={(text) => draft.change({ ...draft.value, text })}
      />
      <Joined draft={draft} />
      <DepositZone
        id={`attachment-${channel.key}`}
        label="Joindre des documents"
        target={joining.target}
        largestBytes={view.largestFile}
        deposits={joining.deposits}
      />
      <OperationOutcome {...outcome} nothing="rien n’est envoyé" />
      <div>
        <Button
          id={`send-${channel.key}`}
          type="submit"
          busy={busy}
          unavailable={joining.travelling ? 'Vos documents arrivent : quelques secondes suffisent.' : undefined}
        >
          Envoyer le message
        </Button>
      </div>
    </form>
  );
}

/** What has arrived goes from the line of deposits to the draft, which a reload gives back. */
function useJoining(
  { missionId, largestFile }: Views['messages'],
  { channel }: ChannelView,
  draft: Draft<MessageDraft>,
) {
  const target = { piece: 'attachment', missionId, laureateId: channel.laureateId, channel: channel.kind } as const;
  const deposits = useDeposits({ targets: [target], largestBytes: largestFile, onKept: () => undefined });
  const kept = deposits.deposits.flatMap(({ id, name, step }) =>
    step.name === 'kept' ? [{ id, name, fileId: step.fileId }] : [],
  );
  useEffect(() => {
    if (kept.length === 0) return;
    const known = draft.value.files.map(({ fileId }) => fileId);
    const arrived = kept.filter(({ fileId }) => !known.includes(fileId)).map(({ fileId, name }) => ({ fileId, name }));
    if (arrived.length > 0) draft.change({ ...draft.value, files: [...draft.value.files, ...arrived] });
    for (const { id } of kept) deposits.remove(id);
  }, [kept.length]);
  const travelling = deposits.deposits.some(({ step }) => step.name !== 'kept' && step.name !== 'failed');
  return { target, deposits, travelling };
}

function Joined({ draft: { value, change } }: { readonly draft: Draft<MessageDraft> }) {
  if (value.files.length === 0) return null;
  return (
    <ul class="plain-list" aria-label="Documents joints">
      {value.files.map(({ fileId, name }) => (
        <li key={fileId} class="row row-apart">
          <span class="message-file">{name}</span>
          <Button
            tone="quiet"
            onClick={() => change({ ...value, files: value.files.filter((file) => file.fileId !== fileId) })}
          >
            Ne pas joindre<span class="visually-hidden"> {name}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
