import type { CodeSent } from '@sur-mesure/functions/domain/api';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { CodeField } from '../common/code/CodeField.tsx';
import { SendAgain } from '../common/code/SendAgain.tsx';
import { useCode } from '../common/code/useCode.ts';
import { nextPage } from '../common/page/next.ts';
import { keepRequest } from './kept-request.ts';

interface MailSentProps {
  readonly requestId: string;
  /** Undefined when the server alone knows it (a link renewed). */
  readonly address?: string;
  readonly send: () => Promise<CodeSent | Refusal>;
  readonly onOtherAddress?: () => void;
}

/**
 * The uniform answer, and the field for the code: the mail may be read on another device, or in a mail program whose browser keeps nothing.
 * The title takes the focus, since the form that had it is gone.
 */
export function MailSent({ requestId, address, send, onOtherAddress }: MailSentProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const code = useCode({ requestId, onSignedIn: enter });
  return (
    <section class="stack stack-loose">
      <div class="stack stack-tight">
        <h2 ref={title} tabIndex={-1}>
          Regardez votre courriel
        </h2>
        <p class="lead">
          {address === undefined ? (
            'Si votre accès est ouvert, un lien et un code viennent de vous être envoyés.'
          ) : (
            <>
              Si l’adresse <strong>{address}</strong> a un accès, un lien et un code viennent de lui être envoyés.
            </>
          )}
        </p>
      </div>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          code.submit();
        }}
      >
        <CodeField {...code} />
        <div>
          <Button type="submit" tone="primary" busy={code.busy}>
            Me connecter avec ce code
          </Button>
        </div>
      </form>
      <ul class="stack stack-tight">
        <li>
          Le lien connecte l’appareil où vous l’ouvrez, dans les quinze minutes ; vous pouvez alors fermer cette page.
        </li>
        <li>Le code connecte cette page-ci, dans les dix minutes.</li>
        <li>Rien n’arrive ? Regardez dans vos indésirables, puis demandez un autre mail.</li>
      </ul>
      <SendAgain requestId={requestId} send={send} />
      {onOtherAddress !== undefined && (
        <div class="code-other">
          <Button tone="quiet" onClick={onOtherAddress}>
            Utiliser une autre adresse
          </Button>
        </div>
      )}
    </section>
  );
}

function enter(next: string): void {
  keepRequest(sessionStorage, undefined);
  location.replace(nextPage(next, location.origin) ?? '/laureat');
}
