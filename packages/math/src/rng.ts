/**
 * Seeded chance: the only dice in the house. The same seed gives the same numbers on every machine, so a forecast or a drawn
 * picture can be had again to the last digit. Not for secrets.
 */
export interface Rng {
  /** Even in [0, 1), 32 bits fine. */
  uniform(): number;
  /** Bell curve of mean 0 and standard deviation 1. */
  normal(): number;
  /** Even whole number in [from, to], both included. */
  integer(from: number, to: number): number;
  /** A generator of its own, independent of how often this one is asked afterwards. */
  fork(label: number): Rng;
}

/**
 * Generator sfc32: 128 bits of state, three adds, two shifts and a turn a number. The seed is any finite number; it is spread over
 * the state by a 32-bit mixer, and the first rounds are thrown away so that near seeds do not start alike.
 */
export function seeded(seed: number): Rng {
  if (!Number.isFinite(seed)) throw new RangeError('a seed is a finite number');
  const bits = new Uint32Array(new Float64Array([seed + 0]).buffer);
  let mixed = mix((bits[0] as number) ^ 0x9e3779b9) ^ (bits[1] as number);
  const next = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    return mix(mixed);
  };
  let [a, b, c, counter] = [next(), next(), next(), 1];
  const draw = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) draw();
  const uniform = () => draw() / 0x1_0000_0000;
  let spare: number | undefined;
  return {
    uniform,
    normal() {
      if (spare !== undefined) {
        const kept = spare;
        spare = undefined;
        return kept;
      }
      // Box and Muller's pair; 1 - u keeps the logarithm away from zero.
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
    integer: (from, to) => from + Math.floor(uniform() * (to - from + 1)),
    fork: (label) =>
      seeded(mix(Math.imul(label | 0, 0x85ebca6b) ^ (bits[0] as number)) * 2 ** 20 + (mix(bits[1] as number) >>> 12)),
  };
}

/** Every bit of the outcome hangs on every bit of the input. */
function mix(v: number): number {
  let h = v | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) | 0;
}
