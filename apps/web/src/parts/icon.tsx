import type { JSX } from 'react';

/** Own line drawings on a 24 grid; decoration only, the words beside them carry the meaning. */
const drawings = {
  today: <path d="M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5" />,
  photos: <path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 10.2a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6" />,
  start: <path d="M6 4h12v16H6zM9 9l1.2 1.2L12.5 8M9 14.5l1.2 1.2 2.3-2.2M14.5 9.5H16M14.5 15H16" />,
  learn: <path d="M12 7c-2-1.6-4.6-2-8-2v12.500c3.400 0 6 .4 8 2 2-1.600 4.600-2 8-2V5c-3.400 0-6 .4-8 2zm0 0v12.500" />,
  settings: <path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3M15 5v4M9 10v4M15 15v4" />,
  back: <path d="M14.500 5.500 8 12l6.500 6.500" />,
  info: <path d="M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M12 11v5.500M12 7.600v.2" />,
  go: <path d="M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M8 12.300l2.800 2.700L16 9.500" />,
  wait: <path d="M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M12 7.500V12l3 2" />,
  ask: <path d="M4 5h16v11h-8.500L7 20v-4H4zM9.800 9.300a2.200 2.200 0 1 1 3 2c-.6.3-.8.6-.8 1.200M12 14v.2" />,
  stop: <path d="M8.500 3.500h7l5 5v7l-5 5h-7l-5-5v-7zM8.500 12h7" />,
  device: <path d="M7.500 3.500h9v17h-9zM11 17.500h2" />,
  cloud: <path d="M7 18.500a4 4 0 0 1-.4-8A5.500 5.500 0 0 1 17.200 10a4.300 4.300 0 0 1 0 8.500z" />,
  print: <path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />,
  next: <path d="m9.500 5.500 6.500 6.500-6.500 6.500" />,
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  );
}
