import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useEffect, useRef } from 'preact/hooks';

/** A PDF takes a few seconds to be made; past a minute a fault of ours is being repaired, and asking more often would not help. */
const waitsMs = [2_000, 3_000, 5_000, 10_000, 20_000, 30_000];

/** Whether the mission names a document that is still being made from what was filled on line. */
export function documentsComing({ mission, files }: Pick<MissionView, 'mission' | 'files'>): boolean {
  const handed = [mission.submission?.diagnostic, mission.report?.document];
  return handed.some((document) => document !== undefined && !files.some(({ fileId }) => fileId === document.fileId));
}

/** Looks again, less and less often, while a document is being made: nobody has to reload the page. */
export function useDocumentsComing(view: Pick<MissionView, 'mission' | 'files'>, refresh: () => void): boolean {
  const coming = documentsComing(view);
  useLookAgain(coming, refresh);
  return coming;
}

/** Looks again for as long as something is `coming`. */
export function useLookAgain(coming: boolean, refresh: () => void): void {
  const again = useRef(refresh);
  again.current = refresh;
  useEffect(() => {
    if (!coming) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = ([first, ...rest]: readonly number[]) => {
      if (first === undefined) return;
      timer = setTimeout(() => {
        again.current();
        wait(rest);
      }, first);
    };
    wait(waitsMs);
    return () => clearTimeout(timer);
  }, [coming]);
}
