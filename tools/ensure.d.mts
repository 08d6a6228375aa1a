/** Programs that are built: the web app, the server, the command line. */
export type ProgramName = 'cli' | 'server' | 'web';
export function checkNode(): void;
export function ensureInstalled(): Promise<void>;
export function ensureBuilt(names?: readonly ProgramName[]): Promise<void>;
