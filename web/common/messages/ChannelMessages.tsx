import type { ChannelView, MessageRow } from '@sur-mesure/functions/domain/messages/views';
import type { Views } from '@sur-mesure/functions/domain/views';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call, newOperationId } from '../api/call.ts';
import { useOperation } from '../api/useOperation.ts';
import { Button } from '../button/Button.tsx';
import { Dialog } from '../dialog/Dialog.tsx';
import { FileRows } from '../mission/MissionFiles.tsx';
import { OperationOutcome } from '../notice/OperationOutcome.tsx';
import { DateText } from '../words/DateText.tsx';
import { audienceOf } from './channel-words.ts';
import { WriteMessage } from './WriteMessage.tsx';

interface ChannelMessagesProps {
  readonly view: Views['messages'];
  readonly channel: ChannelView;
  readonly person: string;
  /** From a mail about this channel: it comes under the eyes. */
  readonly arrived: boolean;
  readonly onChanged: () => void;
}

/** One channel: who reads it, what was said, and a place to answer. */
export function ChannelMessages({ view, channel, person, arrived, onChanged }: ChannelMessagesProps) {
  const [said, setSaid] = useState('');
  const { messages } = channel;
  useRead(view.missionId, channel);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (arrived) place.current?.scrollIntoView({ block: 'start' });
  }, []);
  const changed = (words: string) => {
    setSaid(words);
    onChanged();
  };
  return (
    <div class="stack" ref={place}>
      <p class="small muted">{audienceOf(channel, view)}</p>
      {messages.length === 0 ? (
        <p>Aucun message pour le moment.</p>
      ) : (
        <ol class="messages">
          {messages.map((message) => (
            <MessageLine key={message.messageId} {...{ message }} missionId={view.missionId} onWithdrawn={changed} />
          ))}
        </ol>
      )}
      <p role="status">{said}</p>
      {channel.writeRefusal === null ? (
        <WriteMessage {...{ view, channel, person }} onSent={changed} />
      ) : (
        <p class="small">{channel.writeRefusal}</p>
      )}
    </div>
  );
}

/** Remembers what was shown, once a newest message: nobody waits for it, and the next visit says it again if it was lost. */
function useRead(missionId: string, { channel, messages, readAt }: ChannelView): void {
  const newest = messages.at(-1)?.at ?? 0;
  useEffect(() => {
    if (newest <= readAt) return;
    void call('messageAction', { action: 'read', operationId: newOperationId(), missionId, channel, upTo: newest });
  }, [newest]);
}

interface MessageLineProps {
  readonly message: MessageRow;
  readonly missionId: string;
  readonly onWithdrawn: (words: string) => void;
}

function MessageLine({ message, missionId, onWithdrawn }: MessageLineProps) {
  const { at, byName, organisation, own, text, files, withdrawnAt, mayWithdraw } = message;
  return (
    <li class={own ? 'message message-own' : 'message'}>
      <p class="small">
        <strong>{own ? 'Vous' : byName}</strong>{' '}
        <span class="muted">
          {organisation}, <DateText instant={at} hour />
        </span>
      </p>
      {withdrawnAt === null ? (
        <>
          {text !== '' && <p class="typed-text">{text}</p>}
          <FileRows files={files} />
        </>
      ) : (
        <p class="muted">
          Message retiré le <DateText instant={withdrawnAt} hour />.
        </p>
      )}
      {mayWithdraw && <Withdraw message={message} missionId={missionId} onWithdrawn={onWithdrawn} />}
    </li>
  );
}

function Withdraw({ message: { messageId }, missionId, onWithdrawn }: MessageLineProps) {
  const [asking, setAsking] = useState(false);
  const { run, busy, ...outcome } = useOperation('messageAction');
  const withdraw = async () => {
    const answer = await run((operationId) => ({ action: 'withdraw', operationId, missionId, messageId }));
    if (answer === undefined) return;
    setAsking(false);
    onWithdrawn(answer.done);
  };
  return (
    <div>
      <Button tone="quiet" opens="dialog" onClick={() => setAsking(true)}>
        Retirer ce message
      </Button>
      <Dialog
        open={asking}
        title="Retirer ce message ?"
        confirmLabel="Retirer le message"
        tone="danger"
        busy={busy}
        onConfirm={() => void withdraw()}
        onCancel={() => {
          outcome.takeBack();
          setAsking(false);
        }}
      >
        <p>Ses mots et ses documents ne seront plus montrés à personne. On verra qu’un message a été retiré.</p>
        <OperationOutcome {...outcome} nothing="rien n’est retiré" />
      </Dialog>
    </div>
  );
}
