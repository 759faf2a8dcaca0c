import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useEffect, useRef } from 'preact/hooks';

/** A PDF takes a few seconds to be made; past a minute a fault of ours is being repaired, and asking more often would not help. */
const waitsMs = [2_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000, 300_000] as const;

export function waitFor(attempt: number): number {
  return waitsMs[Math.min(attempt, waitsMs.length - 1)] ?? waitsMs[0];
}

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

/** Looks again for as long as something is `coming`: what a page says it does by itself, it never stops doing. Twelve calls an hour at the end. */
export function useLookAgain(coming: boolean, refresh: () => void): void {
  const again = useRef(refresh);
  again.current = refresh;
  useEffect(() => {
    if (!coming) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (attempt: number) => {
      timer = setTimeout(() => {
        again.current();
        wait(attempt + 1);
      }, waitFor(attempt));
    };
    wait(0);
    return () => clearTimeout(timer);
  }, [coming]);
}
