import { day, problem } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { notInFuture, numberOf, present, textOf, wrongAt } from './filled.ts';

describe('what is typed into a form of the shelf', () => {
  it('is a number with a point or a comma, nothing where it is empty, and never zero by accident', () => {
    expect([numberOf('0.25'), numberOf(' 0,25 '), numberOf(''), numberOf('  ')]).toEqual([0.25, 0.25, undefined, undefined]);
    expect(numberOf('long')).toBeNaN();
    expect([textOf(' a '), textOf(' ')]).toEqual(['a', undefined]);
  });

  it('leaves empty fields out of the entry', () => {
    expect(present({ lot: undefined, name: 'a', uses: 0 })).toEqual({ name: 'a', uses: 0 });
  });

  it('finds its problem beside its field, the one inside it too', () => {
    const found = [problem('a', '/inci/2', 'Too long.', 'Shorten it.'), problem('b', '/incident', 'Other.')];
    expect(wrongAt(found, '/inci')).toBe('Too long. Shorten it.');
    expect(wrongAt(found, '/name')).toBeUndefined();
  });

  it('was not opened tomorrow', () => {
    const today = day('2026-03-02');
    expect(notInFuture('/openedOn', day('2026-03-03'), today)).toMatchObject([{ at: '/openedOn' }]);
    expect([...notInFuture('/openedOn', today, today), ...notInFuture('/openedOn', undefined, today)]).toEqual([]);
  });
});
