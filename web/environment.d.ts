/** True only in a build made with `--mode emulator`; a compile-time constant, see vite.config.ts. */
declare const __EMULATORS__: boolean;
