/**
 * What `read` gives, or null where it throws, which is logged: of a copy that can be made again from its sources, so that a damaged one heals instead
 * of failing for ever, in the very function that would repair it.
 */
export async function orNull<Value>(read: () => Promise<Value | null>): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // biome-ignore lint/suspicious/noConsole: who heals it has no answer to say it in, and the logger of Google is not the store's to import
    console.error(JSON.stringify({ severity: 'ERROR', message: 'the index of the directory can’t be read', why }));
    return null;
  }
}
