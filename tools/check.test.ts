import { describe, expect, it } from 'vitest';
import { checks, runCheck } from './check.mjs';

describe('the tools that refuse', () => {
  it.each(checks.map((c) => [c[0], c] as const))(
    '%s',
    (_title, check) => {
      const { status, output } = runCheck(check);
      expect(status === 0 ? '' : output).toBe('');
    },
    180_000,
  );
});
