/** A migration's text, taken into the program when it is built. */
declare module '*.sql?raw' {
  const text: string;
  export default text;
}
