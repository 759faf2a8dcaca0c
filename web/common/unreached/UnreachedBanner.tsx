import type { UnreachedReader } from '@sur-mesure/functions/domain/people/address-problem';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useCall } from '../api/useCall.ts';
import { Button } from '../button/Button.tsx';
import { Notice, RefusalNotice } from '../notice/Notice.tsx';
import { currentUid } from '../session/current-uid.ts';
import { DateText } from '../words/DateText.tsx';
import './unreached.css';

/** Above each page of somebody whom mails do not reach: what happens, and the two ways out of it. */
export function UnreachedBanner(unreached: UnreachedReader) {
  const [confirmed, setConfirmed] = useState(false);
  return (
    <section class="page-width unreached no-print" aria-label="Votre adresse de courriel">
      {confirmed ? <Confirmed {...unreached} /> : <Unreached {...unreached} onConfirmed={() => setConfirmed(true)} />}
    </section>
  );
}

function Unreached(props: UnreachedReader & { readonly onConfirmed: () => void }) {
  const { email, since, organisation, contact, onConfirmed } = props;
  const { run, busy, refusal } = useCall('personAction');
  const confirm = async () => {
    const uid = await currentUid();
    const answer = uid && (await run({ action: 'clearAddressFlag', organisation, uid }));
    if (answer) onConfirmed();
  };
  return (
    <Notice tone="warning" title="Nos courriels ne vous parviennent pas">
      <div class="stack stack-tight">
        <p class="unreached-words">
          Depuis le <DateText instant={since} />, ceux que nous envoyons à {email} ne vous arrivent pas. Ce qui vous
          attend est dans votre espace.
        </p>
        <p>
          Si cette adresse n’est plus la vôtre, appelez <Call {...contact} /> pour la changer.
        </p>
        {refusal !== undefined && <RefusalNotice refusal={refusal} />}
        <div>
          <Button busy={busy} onClick={() => void confirm()}>
            Cette adresse est la bonne
          </Button>
        </div>
      </div>
    </Notice>
  );
}

/** Takes the focus: the button that had it is gone. */
function Confirmed({ email, contact }: UnreachedReader) {
  const words = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => words.current?.focus(), []);
  return (
    <div ref={words} tabIndex={-1}>
      <Notice tone="success" title="Merci" announced>
        <p class="unreached-words">
          Un courriel d’essai part à {email}. S’il n’est pas là dans un quart d’heure, regardez vos courriers
          indésirables, puis appelez <Call {...contact} />.
        </p>
      </Notice>
    </div>
  );
}

function Call({ name, phone }: UnreachedReader['contact']) {
  return (
    <>
      {name} au <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
    </>
  );
}
