import type { FileRow } from '@sur-mesure/functions/domain/missions/views';

/** A document as it stands: its version in force, and those it came after, newest first. */
export interface Versions {
  readonly current: FileRow;
  readonly former: readonly FileRow[];
}

/** The documents among these files, each with its versions. A former version that the reader does not see ends the chain there. */
export function versionsOf(files: readonly FileRow[]): readonly Versions[] {
  const byId = new Map(files.map((file) => [file.fileId, file]));
  const replaced = new Set(files.flatMap(({ replacesId }) => replacesId ?? []));
  return files
    .filter(({ fileId }) => !replaced.has(fileId))
    .map((current) => ({ current, former: chain(current, byId) }));
}

function chain({ replacesId }: FileRow, byId: ReadonlyMap<string, FileRow>): readonly FileRow[] {
  const before = replacesId === null ? undefined : byId.get(replacesId);
  return before === undefined ? [] : [before, ...chain(before, byId)];
}
