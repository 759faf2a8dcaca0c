interface FileChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly accept?: string;
  readonly several?: boolean;
  /** All that a folder holds, where the browser can choose one. */
  readonly folder?: boolean;
  /** Opens the camera of a phone. */
  readonly camera?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The browser's own control under a label that looks like a button: keyboard, screen reader and drop all work. */
export function FileChoice({
  id,
  label,
  accept,
  several = false,
  folder = false,
  camera = false,
  onFiles,
}: FileChoiceProps) {
  return (
    <span class={camera ? 'file-choice file-camera' : 'file-choice'}>
      <label class="button button-secondary" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={several}
        capture={camera ? 'environment' : undefined}
        ref={(input) => {
          // A property that the types of preact do not know.
          if (input !== null) input.webkitdirectory = folder;
        }}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
          // So that choosing the same file again, once corrected, is a change.
          event.currentTarget.value = '';
        }}
      />
    </span>
  );
}
