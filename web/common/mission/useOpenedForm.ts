import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Which action's form is open. A form that closes leaves with the focus: its button takes it back, when it is still there. */
export function useOpenedForm() {
  const [opened, open] = useState<ActionName>();
  const last = useRef(opened);
  // With the change, not after the next frame: whoever has opened another form by then would be taken out of it.
  useLayoutEffect(() => {
    if (opened === undefined && last.current !== undefined) document.getElementById(`action-${last.current}`)?.focus();
    last.current = opened;
  }, [opened]);
  return { opened, open, close: () => open(undefined) };
}
