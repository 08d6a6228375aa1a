export type Check = readonly [title: string, program: string, ...args: string[]];
export const checks: readonly Check[];
export function runCheck(check: Check): { status: number | null; output: string };
