import { fail, problem, type Result } from '@stria/record';
import type { Order, Reply, Work, WorkName } from './jobs.ts';

interface Waiting {
  readonly onStep: (step: string) => void;
  readonly settle: (result: Result<never>) => void;
}

/**
 * The page's side of the bench. The worker is a file of its own and is fetched when a photo is first worked on, never with
 * the first load. When it dies (a small phone out of memory), everything that waits is answered with a problem and the next
 * order starts a new one.
 */
let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

export function work<K extends WorkName>(
  name: K,
  ask: Work[K]['ask'],
  onStep: (step: string) => void = () => undefined,
): Promise<Result<Work[K]['answer']>> {
  worker ??= hire();
  const bench = worker;
  lastId += 1;
  const order: Order<K> = { id: lastId, name, ask };
  return new Promise((settle) => {
    waiting.set(order.id, { onStep, settle });
    bench.postMessage(order);
  });
}

function hire(): Worker {
  const hired = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'stria bench' });
  hired.addEventListener('message', ({ data: reply }: MessageEvent<Reply>) => {
    const one = waiting.get(reply.id);
    if (one === undefined) return;
    if ('step' in reply) {
      one.onStep(reply.step);
      return;
    }
    waiting.delete(reply.id);
    one.settle(reply.result as Result<never>);
  });
  const lost = () => {
    hired.terminate();
    if (worker === hired) worker = undefined;
    for (const one of waiting.values()) one.settle(fail(lostProblem()));
    waiting.clear();
  };
  hired.addEventListener('error', lost);
  hired.addEventListener('messageerror', lost);
  return hired;
}

const lostProblem = () =>
  problem(
    'web.bench-lost',
    '',
    'The part of stria that works on photos stopped, most likely for want of memory, or it could not be loaded.',
    'Close other pages and try again; where the app comes from a server, check that it answers. The photo and your painting are kept.',
  );
